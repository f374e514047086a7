namespace HotReload.IntegrationTests;

sealed class MvcTests : WebTests
{
    protected override string Fixture => "mvc";

    protected override string Page => "/";

    protected override string Counter => "visits";

    [Test]
    public Task An_unsaved_edit_of_a_controller_shows_at_the_next_request() =>
        UnsavedAsync("Controllers/BooksController.cs", "All books", "Every book", "<h1>All books</h1>", "<h1>Every book</h1>");

    [Test]
    public Task An_unsaved_edit_of_a_view_shows_at_the_next_request() =>
        UnsavedAsync("Views/Books/Index.cshtml", "books on the shelf", "books to lend", "3 books on the shelf", "3 books to lend");

    [Test]
    public Task A_saved_edit_of_the_layout_shows_at_the_next_request() =>
        SavedAsync("Views/Shared/_Layout.cshtml", "Open from nine to five", "Open all day", "Open from nine to five", "Open all day");
}
