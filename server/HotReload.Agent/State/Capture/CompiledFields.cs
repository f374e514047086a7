using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Capture;

/// <summary>Reads the fields of an object; see <see cref="FieldReading.Read"/>.</summary>
delegate void CompiledFields(object source, StateValue[] values, object?[] others);
