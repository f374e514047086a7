using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of the notification <c>hotReload/called</c>: the program has called the new code of members for the first time.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="Reload">The id of the result that told of their change.</param>
/// <param name="Members">The members, as there, and now <see cref="MemberCalls.Called"/>.</param>
public sealed record CalledParams(string Session, int Reload, ImmutableArray<ChangedMember> Members);
