using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>Tells a test project by the test framework that it references.</summary>
static class TestProject
{
    public static bool Is(Compilation compilation) =>
        !compilation.GetTypesByMetadataName("Xunit.FactAttribute").IsEmpty
        || !compilation.GetTypesByMetadataName("NUnit.Framework.TestAttribute").IsEmpty
        || !compilation.GetTypesByMetadataName("TUnit.Core.TestAttribute").IsEmpty
        || !compilation.GetTypesByMetadataName("Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute").IsEmpty;
}
