using System.Globalization;
using System.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Cryptography;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Tests;

/// <summary>Every rule and every fix that the two assemblies contain, and where their files are.</summary>
static class Rules
{
    static readonly ResourceManager s_texts = new("SecureBuild.Analyzers.Resources", typeof(SB2001WeakHash).Assembly);

    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = [.. All<DiagnosticAnalyzer>(typeof(SB2001WeakHash).Assembly).Where(analyzer => analyzer is not SecureBuildAnalyzer)];

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = All<CodeFixProvider>(System.Reflection.Assembly.Load("SecureBuild.CodeFixes"));

    /// <summary>The descriptors, one for each id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. Descriptors.Select(rule => rule.Id)];

    public static DiagnosticDescriptor Rule(string id) => Descriptors.Single(rule => rule.Id == id);

    /// <summary><c>SB2001WeakHash</c>.</summary>
    public static string NameOf(string id) => Analyzers.First(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id)).GetType().Name;

    public static string Folder(string id) => Rule(id).Category.Split('.')[1];

    public static string? Text(string id, string part, string culture) => s_texts.GetString($"{id}_{part}", CultureInfo.GetCultureInfo(culture));

    public static string PageOf(string id, string ending) => Repository.PathOf(Path.Combine("src", "SecureBuild.Analyzers", Folder(id), NameOf(id) + ending));

    static IReadOnlyList<T> All<T>(System.Reflection.Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (T)Activator.CreateInstance(type)!)];
}
