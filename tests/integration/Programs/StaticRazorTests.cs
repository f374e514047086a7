namespace HotReload.IntegrationTests;

sealed class StaticRazorTests : WebTests
{
    protected override string Fixture => "blazor-static";

    protected override string Page => "/";

    protected override string Counter => "readings";

    [Test]
    public Task An_unsaved_edit_of_a_component_shows_at_the_next_request() =>
        UnsavedAsync("Components/Reading.razor", "It is", "Right now it is", "It is chilly", "Right now it is chilly");

    [Test]
    public Task A_saved_edit_of_a_page_shows_at_the_next_request() =>
        SavedAsync("Components/Pages/Home.razor", "at the harbour", "on the hill", "Weather at the harbour", "Weather on the hill");

    [Test]
    public Task An_unsaved_edit_of_a_service_shows_at_the_next_request() =>
        UnsavedAsync("Station.cs", "\"chilly\"", "\"fresh\"", "It is chilly", "It is fresh");
}
