using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>Tells a test project by the test framework that it references. Asked only where there would be a finding.</summary>
sealed class TestProject(Compilation compilation)
{
    readonly Lazy<bool> _isTest = new(() => Is(compilation), LazyThreadSafetyMode.PublicationOnly);

    public bool IsTest => _isTest.Value;

    static bool Is(Compilation compilation) =>
        !compilation.GetTypesByMetadataName("Xunit.FactAttribute").IsEmpty
        || !compilation.GetTypesByMetadataName("NUnit.Framework.TestAttribute").IsEmpty
        || !compilation.GetTypesByMetadataName("TUnit.Core.TestAttribute").IsEmpty
        || !compilation.GetTypesByMetadataName("Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute").IsEmpty;
}
