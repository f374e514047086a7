namespace HotReload.IntegrationTests;

sealed class RazorPagesTests : WebTests
{
    protected override string Fixture => "razor-pages";

    protected override string Page => "/";

    protected override string Counter => "visits";

    [Test]
    public Task An_unsaved_edit_of_a_page_shows_at_the_next_request() =>
        UnsavedAsync("Pages/Index.cshtml", "Welcome to the guestbook", "Please sign", "Welcome to the guestbook", "<h1>Please sign</h1>");

    [Test]
    public Task A_saved_edit_of_a_page_shows_at_the_next_request() =>
        SavedAsync("Pages/Index.cshtml", "@entry.Name: @entry.Text", "@entry.Text, @entry.Name", "Ada: Lovely place", "Lovely place, Ada");

    [Test]
    public Task An_unsaved_edit_of_what_a_page_uses_shows_at_the_next_request() =>
        UnsavedAsync("Greeting.cs", "You are visitor", "Nice to see you, visitor", "You are visitor 1", "Nice to see you, visitor 2");

    [Test]
    public Task An_unsaved_edit_of_a_constant_shows_in_the_view_that_says_it() =>
        UnsavedAsync("Greeting.cs", "= \"Sign\"", "= \"Write \\\"hello\\\"\"", "<button>Sign</button>", "<button>Write &quot;hello&quot;</button>");
}
