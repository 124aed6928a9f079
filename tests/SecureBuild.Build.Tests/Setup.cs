using SecureBuild.Testing;

[assembly: AssemblyFixture(typeof(TemporaryFeed))]
