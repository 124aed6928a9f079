using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1017EmailHeaderInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1017EmailHeaderInjectionTests
{
    [Fact]
    public Task Heads_of_mail_with_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.Net.Mail;
        public class MailController(MailMessage message) : Controller
        {
            public void Subject(string topic) => message.Subject = [|"About " + topic|];
            public void Header(string topic) => message.Headers.Add("X-Topic", [|topic|]);
            public void To(string address) => message.To.Add([|address|]);
            public object Message(string address) => new MailMessage("shop@example.org", [|address|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Bodies_fixed_recipients_and_single_lines_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Net.Mail;
        public class MailController(MailMessage message) : Controller
        {
            public void Subject(string topic) => message.Subject = topic.ReplaceLineEndings(" ");
            public void Body(string text) => message.Body = text;
            public void To() => message.To.Add("shop@example.org");
            public void Number(int id) => message.Subject = $"Order {id}";
        }
        """, FlowSetup.Web);
}
