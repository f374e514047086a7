extern alias agent;

#pragma warning disable CS0649 // Written by reflection, which is what is tested.

using System.Reflection;
using agent::HotReload.Agent.State.Live;

namespace HotReload.UnitTests.Agent.State.Live;

public sealed class FieldWritingTests
{
    [TestCase(nameof(Fields.Plain), 3)]
    [TestCase(nameof(Fields.ReadOnly), "three")]
    [TestCase(nameof(Fields.MaybeNumber), 3)]
    public void A_static_field_is_written_read_only_or_not(string name, object value)
    {
        var field = typeof(Fields).GetField(name, BindingFlags.Static | BindingFlags.Public)!;
        Assert.That(FieldWriting.IsDefault(field, null), Is.True);

        FieldWriting.Write(field, null, value);

        Assert.That(field.GetValue(null), Is.EqualTo(value));
        Assert.That(FieldWriting.IsDefault(field, null), Is.False);
    }

    [Test]
    public void An_instance_field_is_written_read_only_or_not()
    {
        var fields = new Fields();
        var field = typeof(Fields).GetField(nameof(Fields.Own))!;

        FieldWriting.Write(field, fields, DayOfWeek.Friday);

        Assert.That(fields.Own, Is.EqualTo(DayOfWeek.Friday));
    }

    sealed class Fields
    {
        public static int Plain;
        public static readonly string? ReadOnly;
        public static readonly int? MaybeNumber;
        public readonly DayOfWeek Own;
    }
}
