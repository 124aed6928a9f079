namespace Microsoft.Build.Framework;

/// <summary>
/// Tells multi-threaded MSBuild (<c>-mt</c>) that a task may run in its process. It goes by the name, so the oldest MSBuild to compile against
/// need not have it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
