using HotReload.Core.Speculation;

namespace HotReload.Lsp.Protocol;

/// <summary>
/// Parameters of the notification <c>hotReload/forecast</c>: text that is not published yet has been compiled. Newer text makes it void.
/// </summary>
/// <param name="Session">The session's id.</param>
/// <param name="Forecast">What a reload of it would come to.</param>
public sealed record ForecastParams(string Session, Forecast Forecast);
