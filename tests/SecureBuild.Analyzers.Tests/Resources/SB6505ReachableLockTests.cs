using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Resources.SB6505ReachableLock>;

namespace SecureBuild.Analyzers.Tests.Resources;

public sealed class SB6505ReachableLockTests
{
    [Fact]
    public Task Reachable_objects_are_reported() => Verify.AnalyzerAsync("""
        public class C
        {
            public readonly object Gate = new();
            public object Root { get; } = new();
            void A() { lock ([|this|]) { } }
            void B() { lock ([|typeof(C)|]) { } }
            void D() { lock ([|"gate"|]) { } }
            void E() { lock ([|Gate|]) { } lock ([|Root|]) { } lock ([|GetType()|]) { } }
            void F(string name) { lock ([|name|]) { } }
        }
        """);

    [Fact]
    public Task Private_objects_are_not() => Verify.AnalyzerAsync("""
        using System.Collections;
        using System.Collections.Generic;
        public class C
        {
            readonly object _gate = new();
            static readonly object s_gate = new();
            readonly List<int> _items = new();
            void A(ICollection items) { lock (_gate) { } lock (s_gate) { } lock (_items) { } lock (items.SyncRoot) { } }
        }
        class Hidden { public readonly object Gate = new(); void M() { lock (this) { } lock (Gate) { } } }
        """);
}
