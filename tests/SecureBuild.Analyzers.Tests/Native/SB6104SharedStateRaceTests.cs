using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6104SharedStateRace>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6104SharedStateRaceTests
{
    [Fact]
    public Task State_changed_by_what_was_read_is_reported() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        class C
        {
            static readonly Dictionary<string, string> s_cache = new();
            static int s_count, s_stock = 10;
            static decimal s_balance;
            void A(string key) { if (!s_cache.ContainsKey(key)) [|s_cache.Add(key, key)|]; }
            string B(string key)
            {
                if (s_cache.TryGetValue(key, out var found))
                    return found;
                found = key + key;
                [|s_cache[key] = found|];
                return found;
            }
            async Task D() { await Task.Yield(); [|s_count++|]; }
            bool E(int n) { if (s_stock >= n) { [|s_stock -= n|]; return true; } return false; }
            void F() => Parallel.For(0, 10, i => [|s_count++|]);
            void G() => Task.Run(() => { [|s_count += 2|]; });
        }
        """);

    [Fact]
    public Task Locks_interlocked_concurrent_collections_and_single_threads_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        class C
        {
            static readonly Dictionary<string, string> s_cache = new();
            static readonly ConcurrentDictionary<string, string> s_concurrent = new();
            static readonly SemaphoreSlim s_gate = new(1);
            static readonly object s_lock = new();
            static int s_count, s_stock;
            [ThreadStatic] static int t_count;
            readonly Dictionary<string, string> _own = new();
            static C() { if (!s_cache.ContainsKey("a")) s_cache.Add("a", "b"); }
            void A(string key) { lock (s_lock) { if (!s_cache.ContainsKey(key)) s_cache.Add(key, key); } }
            void B(string key) { if (!s_concurrent.ContainsKey(key)) s_concurrent.TryAdd(key, key); }
            async Task D() { await Task.Yield(); Interlocked.Increment(ref s_count); var local = 0; local++; t_count++; }
            async Task E(int n) { await s_gate.WaitAsync(); try { if (s_stock >= n) s_stock -= n; s_count++; } finally { s_gate.Release(); } }
            void F(string key) { if (!_own.ContainsKey(key)) _own.Add(key, key); }
            bool G(string key) => s_cache.ContainsKey(key);
            void H() { s_count++; }
        }
        """);

    [Fact]
    public Task Assignments_and_early_returns_are_seen() => Verify.AnalyzerAsync("""
        using System.Threading.Tasks;
        class C
        {
            static int s_count, s_seats = 5;
            async Task A() { [|s_count = s_count + 1|]; await Task.Yield(); }
            bool B() { if (s_seats <= 0) return false; [|s_seats = s_seats - 1|]; return true; }
            void D() { s_count = 0; s_seats = s_count; }
        }
        """);

    [Fact]
    public Task An_element_that_was_compared_is_seen() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        class C
        {
            static readonly Dictionary<string, decimal> s_accounts = new();
            static readonly object s_gate = new();
            async Task<bool> A(string id, decimal amount) { if (s_accounts[id] < amount) return false; await Task.Delay(1); [|s_accounts[id] -= amount|]; return true; }
            bool B(string id, decimal amount) { lock (s_gate) { if (s_accounts[id] < amount) return false; s_accounts[id] -= amount; return true; } }
        }
        """);
}
