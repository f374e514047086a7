using System.Text;

namespace HotReload.Agent.State.Collections;

/// <summary>A string builder: a collection of one text.</summary>
sealed class BuilderCodec : CollectionCodec
{
    public override Type[] ElementTypes => [typeof(string)];

    public override Array Snapshot(object collection) => new[] { collection.ToString()! };

    public override object Create(object? comparer) => new StringBuilder();

    public override void Fill(object collection, IReadOnlyList<object?> elements)
    {
        var builder = (StringBuilder)collection;
        builder.Clear();
        foreach (var text in elements)
        {
            builder.Append((string?)text);
        }
    }
}
