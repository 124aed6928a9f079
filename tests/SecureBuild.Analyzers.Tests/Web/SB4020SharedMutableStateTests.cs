using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4020SharedMutableState>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4020SharedMutableStateTests
{
    [Fact]
    public Task State_that_requests_share_is_reported_where_it_changes() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.SignalR;
        public class HomeController : Controller
        {
            static int s_visits;
            static string s_user;
            static readonly Dictionary<string, int> s_counts = new();
            static readonly List<string> s_names = new();
            public int Index() => [|s_visits++|];
            public void Remember(string user) => [|s_user = user|];
            public void Count(string name) => [|s_counts[name] = 1|];
            public void Add(string name) => [|s_names.Add(name)|];
            static readonly Dictionary<string, List<string>> s_lists = new();
            public void Append(string name) => [|s_lists[name].Add(name)|];
        }
        public class ChatHub : Hub { static readonly HashSet<string> s_online = new(); public void Join(string name) => [|s_online.Add(name)|]; }
        public class Counter(RequestDelegate next) { int _count; public Task InvokeAsync(HttpContext context) { [|_count++|]; return next(context); } }
        class C
        {
            void M(WebApplication app)
            {
                var count = 0;
                var names = new List<string>();
                app.MapGet("/", () => [|++count|]);
                app.MapPost("/", (string name) => [|names.Add(name)|]);
                app.MapGet("/all", () => names.Count);
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_singleton_that_keeps_what_belongs_to_one_request_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Claims;
        using Microsoft.Extensions.DependencyInjection;
        public class CurrentUser { public string Name { get; set; } }
        public class Clock { public ClaimsPrincipal CurrentUser { get; set; } }
        public class MailOptions { public string UserName { get; set; } }
        public class UserContext { public UserContext(string name) => Name = name; public string Name { get; } }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                [|services.AddSingleton<CurrentUser>()|];
                [|services.AddSingleton<object, Clock>()|];
                services.AddScoped<CurrentUser>();
                services.AddSingleton<MailOptions>();
                services.AddSingleton<UserContext>();
                services.AddSingleton(new CurrentUser());
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Guarded_concurrent_and_own_state_is_not_reported() => Verify.AnalyzerAsync("""
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Threading;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        public class HomeController : Controller
        {
            static int s_visits;
            static readonly object s_gate = new();
            static readonly ConcurrentDictionary<string, int> s_counts = new();
            static readonly List<string> s_names = new();
            static List<string> s_cache;
            static readonly Dictionary<string, int> s_table = new() { ["a"] = 1 };
            int _own;
            static HomeController() => s_table["b"] = 2;
            public int Index() => Interlocked.Increment(ref s_visits);
            public void Count(string name) => s_counts[name] = 1;
            public void Add(string name) { lock (s_gate) { s_names.Add(name); } }
            public void Fill() { s_cache ??= new(); if (s_cache == null) s_cache = Load(); _own++; }
            public int Read() => s_table["a"] + s_names.Count;
            static List<string> Load() => new();
        }
        public class Service { static int s_count; public void M() => s_count++; }
        class C
        {
            void M(WebApplication app)
            {
                var count = 0;
                app.MapGet("/", () => Interlocked.Increment(ref count));
                app.MapGet("/sum", () => { var sum = 0; sum++; return sum; });
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class Controller { }
        class HomeController : Controller { static int s_visits; public int Index() => s_visits++; }
        """);
}
