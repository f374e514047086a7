using HotReload.Core.Buffers;

namespace HotReload.UnitTests.Core.Buffers;

public sealed class PathIdentityTests
{
    [TestCase("/p/App/Cart.cs", "/p/App", true)]
    [TestCase("/p/App/Cart.cs", "/p/App/", true)]
    [TestCase("/p/App", "/p/App", true)]
    [TestCase("/p/App", "/p/App/", true)]
    [TestCase("/p/App", "/", true)]
    [TestCase("/p/Apple/Cart.cs", "/p/App", false)]
    [TestCase("/p", "/p/App", false)]
    [TestCase("/q/App/Cart.cs", "/p", false)]
    public void A_folder_holds_itself_and_what_is_below_it(string path, string folder, bool isIn) =>
        Assert.That(PathIdentity.IsIn(Native(path), Native(folder)), Is.EqualTo(isIn));

    static string Native(string path) => path.Replace('/', Path.DirectorySeparatorChar);
}
