using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1014LogInjection, SecureBuild.CodeFixes.Injection.SB1014LogInjectionCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1014LogInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1014LogInjectionTests
{
    [Fact]
    public Task Messages_put_together_from_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.Diagnostics;
        public class AccountController(ILogger<AccountController> logger) : Controller
        {
            public void Interpolated(string name) => logger.LogInformation([|$"Signed in: {name}"|]);
            public void Concatenated(string name) => logger.LogWarning([|"No such user: " + name|]);
            public void Header() => logger.LogInformation([|"Agent " + Request.Headers["User-Agent"]|]);
            public void Formatted(string name)
            {
                var message = string.Format("Signed in: {0}", name);
                logger.LogInformation([|message|]);
            }
            public void Tracing(string name) => Trace.WriteLine([|"Signed in: " + name|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Templates_and_text_without_line_breaks_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Diagnostics;
        public class AccountController(ILogger<AccountController> logger) : Controller
        {
            public void Template(string name) => logger.LogInformation("Signed in: {Name}", name);
            public void Cleaned(string name) => logger.LogInformation("Signed in: " + name.ReplaceLineEndings(""));
            public void Replaced(string name)
            {
                var clean = name.Replace("\r", "").Replace("\n", "");
                logger.LogInformation($"Signed in: {clean}");
            }
            public void Number(int id) => logger.LogInformation($"Signed in: {id}");
            public void Constant() => logger.LogInformation("Signed in");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_fix_makes_a_template() => Fix.CodeFixAsync("""
        using System.Diagnostics;
        public class AccountController(ILogger<AccountController> logger) : Controller
        {
            public void Plain(string name) => logger.LogInformation([|$"Signed in: {name}"|]);
            public void Many(string name, int id, Exception exception) => logger.LogError(exception, [|$"\"{name}\" ({id:x4}) {{failed}} {name.Length}"|]);
            public void Header() => logger.LogWarning([|$"Agent {Request.Headers["User-Agent"]}, path {Request.Path}"|]);
        }
        """, """
        using System.Diagnostics;
        public class AccountController(ILogger<AccountController> logger) : Controller
        {
            public void Plain(string name) => logger.LogInformation("Signed in: {Name}", name);
            public void Many(string name, int id, Exception exception) => logger.LogError(exception, "\"{Name}\" ({Id:x4}) {{failed}} {Length}", name, id, name.Length);
            public void Header() => logger.LogWarning("Agent {UserAgent}, path {Path}", Request.Headers["User-Agent"], Request.Path);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_has_no_mechanical_repair_is_left_to_its_author() => Fix.NoCodeFixAsync("""
        using System.Diagnostics;
        public class AccountController(ILogger<AccountController> logger) : Controller
        {
            public void Concatenated(string name) => logger.LogInformation([|"Signed in: " + name|]);
            public void Arguments(string name, int id) => logger.LogInformation([|$"Signed in: {name} {{Id}}"|], id);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_message_of_an_exception_brings_what_was_thrown() => Verify.AnalyzerAsync("""
        public class RowException : Exception { public RowException(string row) : base("bad row: " + row) { } }
        public class ImportController(ILogger<ImportController> logger) : Controller
        {
            public void Own(string row)
            {
                try { Check(row); }
                catch (RowException exception) { logger.LogError([|"failed: " + exception.Message|]); }
            }
            public void Through(string row)
            {
                try { Again(row); }
                catch (Exception exception) { logger.LogError([|$"failed: {exception.Message}"|]); }
            }
            public void Other(string row)
            {
                try { Check(row); }
                catch (ArgumentException exception) { logger.LogError("failed: " + exception.Message); }
            }
            public void Clean(string row)
            {
                try { Check(row.ReplaceLineEndings(" ")); }
                catch (RowException exception) { logger.LogError("failed: " + exception.Message); }
            }
            static void Again(string row)
            {
                try { Check(row); }
                catch (RowException) { throw; }
            }
            static void Check(string row)
            {
                if (row.Length == 0)
                    throw new RowException(row);
            }
        }
        """, FlowSetup.Web);
}
