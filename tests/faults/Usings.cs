global using HotReload.Core.Reload;
global using HotReload.Lsp.Protocol;
global using HotReload.Testing.Editing;
global using NUnit.Framework;
