using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>
/// The semantic models that bodies are bound with. In a build the driver's: they have the bodies that the compiler bound already. Where that is not so, one of ours, without the compiler's nullable analysis, which no rule asks
/// for, and let go when nobody uses it any more: of a file that the driver is done with (it would make another model and hold it, with every body bound in it, as long as the compilation), and while somebody types, of
/// every file but the one that is looked at.
/// </summary>
/// <remarks>Before Roslyn 4.9 a model cannot be had without the driver.</remarks>
sealed class BodyModels(Compilation compilation)
{
    // Public as of Roslyn 4.9, and newer than what the rules are compiled against: SemanticModelOptions.DisableNullableAnalysis.
    const int WithoutNullableAnalysis = 2;

    // Methods that call each other are in files near each other.
    const int Latest = 32;

    static readonly Func<Compilation, SyntaxTree, int, SemanticModel>? s_make = Maker();

    // The driver's, by who looks at the file's own bodies now.
    readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _entered = new();

    // The value is null while nobody has asked again.
    readonly ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>?> _left = new();
    readonly SemanticModel?[] _latest = new SemanticModel?[Latest];
    int _made;

    /// <summary>Nobody has compiled the other files: somebody types.</summary>
    public bool IsEditing { get; set; }

    /// <summary>The file's own bodies are looked at with this model of the driver's.</summary>
    public void Enter(SemanticModel model) => _entered[model.SyntaxTree] = model;

    /// <summary>They have been looked at: the driver will soon have forgotten them.</summary>
    public void Leave(SyntaxTree tree)
    {
        _left.TryAdd(tree, null);
        _entered.TryRemove(tree, out _);
    }

    /// <summary>The model of a file, the same for all who ask while it lives.</summary>
    public SemanticModel Of(SyntaxTree tree)
    {
        if (_entered.TryGetValue(tree, out var model))
            return model;
        var isLeft = _left.TryGetValue(tree, out var kept);
        if (s_make is null || !isLeft && !IsEditing)
#pragma warning disable RS1030 // A flow between methods cannot be followed without the callee's operations.
            return compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        if (kept is not null && kept.TryGetTarget(out model))
            return model;
        lock (_latest)
        {
            if (_left.TryGetValue(tree, out kept) && kept is not null && kept.TryGetTarget(out model))
                return model;
            model = s_make(compilation, tree, WithoutNullableAnalysis);
            _left[tree] = new(model);
            _latest[_made++ % Latest] = model;
            return model;
        }
    }

    /// <summary>A model for one question whose answer is kept: it holds no other body.</summary>
    public SemanticModel Apart(SyntaxTree tree) => s_make is null ? Of(tree) : s_make(compilation, tree, WithoutNullableAnalysis);

    static Func<Compilation, SyntaxTree, int, SemanticModel>? Maker()
    {
        var options = typeof(Compilation).Assembly.GetType("Microsoft.CodeAnalysis.SemanticModelOptions");
        return options?.GetField("DisableNullableAnalysis")?.GetRawConstantValue() is WithoutNullableAnalysis
            && typeof(Compilation).GetMethod(nameof(Compilation.GetSemanticModel), [typeof(SyntaxTree), options]) is { } make
                ? Delegate.CreateDelegate(typeof(Func<Compilation, SyntaxTree, int, SemanticModel>), make, throwOnBindFailure: false) as Func<Compilation, SyntaxTree, int, SemanticModel>
                : null;
    }
}
