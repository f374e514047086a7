extern alias page;

using page::HotReload.Agent.AspNetCore.Injection;

namespace HotReload.UnitTests.Agent.Pages;

public sealed class HtmlPrologueTests
{
    [TestCase("<!doctype html><html><head>|<title>x", true)]
    [TestCase("<!DOCTYPE html>\n<html lang=\"a>b\">\n<HEAD class=x>|\n", true)]
    [TestCase("\uFEFF<html><head>|", true)]
    [TestCase("<!-- <head> --><html><head>|", true)]
    [TestCase("<!doctype html>|<title>no head</title>", true)]
    [TestCase("<!doctype html><html>|<body>", true)]
    [TestCase("<html>|<header>", true)]
    [TestCase("|<p>a piece</p>", false)]
    [TestCase("|plain", false)]
    [TestCase("<?xml version=\"1.0\"?><!doctype html><html><head>|", true)]
    public void The_place_is_at_the_start_of_the_head(string marked, bool isDocument)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var place = HtmlPrologue.Find(text, isEnd: true);
        Assert.That((place.At, place.IsDocument), Is.EqualTo((marked.IndexOf('|', StringComparison.Ordinal), isDocument)));
    }

    [Test]
    public void However_it_is_cut_the_place_is_the_same()
    {
        const string Text = "<!-- a --><!doctype html>\n<html lang='x'>\n  <head data-a=\"<>\"><meta charset=utf-8>";
        var whole = HtmlPrologue.Find(Text, isEnd: true);
        for (var length = 0; length <= Text.Length; length++)
        {
            var place = HtmlPrologue.Find(Text.AsSpan(0, length), isEnd: false);
            Assert.That(place.IsKnown, Is.EqualTo(length >= whole.At), $"after {length}");
            Assert.That(place.IsKnown ? place.At : whole.At, Is.EqualTo(whole.At));
        }
    }

    [Test]
    public void A_beginning_without_end_is_not_waited_for() =>
        Assert.That(HtmlPrologue.Find("<!--" + new string('x', HtmlPrologue.Limit + 1), isEnd: false).IsKnown, Is.True);
}
