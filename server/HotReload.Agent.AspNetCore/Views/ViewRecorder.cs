using System.Diagnostics;
using HotReload.Agent.AspNetCore.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Diagnostics;

namespace HotReload.Agent.AspNetCore.Views;

/// <summary>Notes which views a page is rendered from, as the framework itself tells: layouts, partial views and components included.</summary>
sealed class ViewRecorder : IObserver<KeyValuePair<string, object?>>
{
    const string Listener = "Microsoft.AspNetCore";
    const string BeforeViewPage = "Microsoft.AspNetCore.Mvc.Razor.BeforeViewPage";

    static readonly object s_key = new();

    /// <summary>Begins to listen.</summary>
    public static void Begin() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

    /// <summary>What is rendered for a request is part of a page.</summary>
    public static void Record(HttpContext context, RenderedPage page) => context.Items[s_key] = page;

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == BeforeViewPage && value.Value is not null)
        {
            Note(value.Value);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    // By itself: a program without views never loads what this names.
    static void Note(object happened)
    {
        if (happened is BeforeViewPageEventData { Page: { } view, HttpContext: { } context } && context.Items[s_key] is RenderedPage page)
        {
            page.Add(view.Path);
        }
    }

    sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == Listener)
            {
                value.Subscribe(new ViewRecorder(), name => name == BeforeViewPage);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
