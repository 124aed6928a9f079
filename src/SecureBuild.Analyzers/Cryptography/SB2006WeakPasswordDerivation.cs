using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Keys and hashes derived from passwords too cheaply: PBKDF2 with few iterations or MD5/SHA-1, PBKDF1.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB2006WeakPasswordDerivation : DiagnosticAnalyzer
{
    /// <summary>
    /// OWASP's Password Storage Cheat Sheet recommends 600,000 for SHA-256 and 210,000 for SHA-512. Under a sixth of that nobody's cost calculation comes
    /// out right; between the two we stay silent, because slower hardware may be a reason.
    /// </summary>
    const int LeastIterations = 100_000;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2006", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [916], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            const string Pbkdf2 = "System.Security.Cryptography.Rfc2898DeriveBytes";
            const string AspNet = "Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation";
            var derivations = new Derivations(
                TypeSet.Find(start.Compilation, Pbkdf2),
                TypeSet.Find(start.Compilation, "System.Security.Cryptography.PasswordDeriveBytes"),
                TypeSet.Find(start.Compilation, "Microsoft.AspNetCore.Identity.PasswordHasherOptions"),
                new MethodSet().Add(start.Compilation, Pbkdf2, "Pbkdf2").Add(start.Compilation, AspNet, "Pbkdf2"),
                WeakHashName.In(start.Compilation));
            if (derivations.HasTypes)
            {
                start.RegisterOperationAction(derivations.CheckCreation, OperationKind.ObjectCreation);
                start.RegisterOperationAction(derivations.CheckAssignment, OperationKind.SimpleAssignment);
            }
            start.RegisterOperationAction(derivations.CheckCall, OperationKind.Invocation);
        });
    }

    sealed class Derivations(TypeSet? pbkdf2, TypeSet? pbkdf1, TypeSet? identity, MethodSet methods, WeakHashName? hashName)
    {
        const int DefaultIterations = 1000;

        public bool HasTypes => pbkdf2 is not null || pbkdf1 is not null;

        public void CheckCreation(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            if (pbkdf1?.BaseOf(creation.Type) is { } old)
                Report(context, creation, old.Name, null);
            else if (pbkdf2?.Contains(creation.Type) == true && creation.Constructor is not null)
                Check(context, creation, creation.Arguments, hashOfDefault: "SHA1", DefaultIterations);
        }

        public void CheckCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (methods.Contains(call.TargetMethod))
                Check(context, call, call.Arguments, hashOfDefault: null, iterationsOfDefault: null);
            // A derived class's ": base(password, salt)".
            else if (call.TargetMethod.MethodKind == MethodKind.Constructor && pbkdf2?.Contains(call.TargetMethod.ContainingType) == true)
                Check(context, call, call.Arguments, hashOfDefault: "SHA1", DefaultIterations);
        }

        public void CheckAssignment(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (assignment.Target is not IPropertyReferenceOperation { Property: var property } || pbkdf2?.Contains(property.ContainingType) != true && identity?.Contains(property.ContainingType) != true)
                return;
            if (property.Name == "IterationCount" && PossibleValues.Below(assignment.Value, LeastIterations) is { } iterations)
                Report(context, assignment, "PBKDF2", iterations);
            // PasswordHasherCompatibilityMode.IdentityV2 = 0.
            else if (property.Name == "CompatibilityMode" && PossibleValues.Include(assignment.Value, 0))
                Report(context, assignment, "PBKDF2-HMAC-SHA1", DefaultIterations);
        }

        void Check(OperationAnalysisContext context, IOperation place, ImmutableArray<IArgumentOperation> arguments, string? hashOfDefault, int? iterationsOfDefault)
        {
            var iterations = (arguments.For("iterations") ?? arguments.For("iterationCount")) is { } count ? PossibleValues.Below(count, LeastIterations) : iterationsOfDefault;
            var hash = arguments.For("hashAlgorithm") is { } name ? hashName?.Of(name) : arguments.For("prf") is { } function ? Sha1Of(function) : hashOfDefault;
            if (iterations is null && hash is null)
                return;
            Report(context, place, hash is null ? "PBKDF2" : "PBKDF2-HMAC-" + hash, iterations);
        }

        // KeyDerivationPrf: HMACSHA1 = 0, HMACSHA256 = 1, HMACSHA512 = 2.
        static string? Sha1Of(IOperation function) => PossibleValues.Include(function, 0) ? "SHA1" : null;

        static void Report(OperationAnalysisContext context, IOperation place, string function, int? iterations) =>
            context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(),
                iterations is { } count ? $"{function} × {count.ToString(CultureInfo.InvariantCulture)}" : function));
    }
}
