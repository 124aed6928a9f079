using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Resources.SB6507UnboundedCollection>;

namespace SecureBuild.Analyzers.Tests.Resources;

public sealed class SB6507UnboundedCollectionTests
{
    [Fact]
    public Task Static_tables_that_requests_fill_are_reported() => Verify.AnalyzerAsync("""
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        public class LookupController : ControllerBase
        {
            static readonly ConcurrentDictionary<string, int> s_seen = new();
            static readonly Dictionary<string, int> s_hits = new();
            [HttpGet] public int Get(string term) => [|s_seen.GetOrAdd(term.Trim(), 1)|];
            [HttpPost] public void Count(string term)
            {
                if (string.IsNullOrEmpty(term))
                    return;
                [|s_hits["t:" + term] = 1|];
            }
        }
        static class Endpoints
        {
            static readonly HashSet<string> s_names = new();
            public static void Map(WebApplication app) => app.MapGet("/", (string name) => [|s_names.Add(name)|]);
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Tables_that_shrink_and_keys_that_are_few_are_not() => Verify.AnalyzerAsync("""
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Mvc;
        public class LookupController : ControllerBase
        {
            static readonly ConcurrentDictionary<string, int> s_bounded = new();
            static readonly ConcurrentDictionary<string, int> s_removed = new();
            static readonly ConcurrentDictionary<string, int> s_few = new();
            static readonly ConcurrentDictionary<int, int> s_numbers = new();
            static readonly HashSet<string> s_known = new() { "a", "b" };
            readonly Dictionary<string, int> _own = new();
            [HttpGet] public int Bounded(string term)
            {
                if (s_bounded.Count > 1000)
                    return 0;
                return s_bounded.GetOrAdd(term, 1);
            }
            [HttpGet] public bool Removed(string term) => s_removed.TryAdd(term, 1) && s_removed.TryRemove(term, out _);
            [HttpGet] public int Few(string term)
            {
                if (!s_known.Contains(term))
                    return 0;
                return s_few.GetOrAdd(term, 1);
            }
            [HttpGet] public int Number(int number) => s_numbers.GetOrAdd(number, 1);
            [HttpGet] public void Own(string term) => _own[term] = 1;
            [HttpGet] public int Fixed(string term) => s_few.GetOrAdd("total", term.Length);
        }
        """, TestSetup.AspNetCore);
}
