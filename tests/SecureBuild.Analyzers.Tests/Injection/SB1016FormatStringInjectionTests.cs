using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1016FormatStringInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1016FormatStringInjectionTests
{
    [Fact]
    public Task Formats_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.Globalization;
        using System.Text;
        public class LabelsController : Controller
        {
            public string Format(string format, int id) => string.Format([|format|], id);
            public string Part(string format, int id) => string.Format([|"Label: " + format|], id);
            public string Builder(string format, int id) => new StringBuilder().AppendFormat([|format|], id).ToString();
            public string Culture(string format, int id) => string.Format(CultureInfo.InvariantCulture, [|format|], id);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Constant_formats_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Globalization;
        using System.Text;
        public class LabelsController : Controller
        {
            public string Argument(string name) => string.Format("Label: {0}", name);
            public string Builder(string name) => new StringBuilder().AppendFormat("Label: {0}", name).ToString();
            public string Chosen(bool isLong, string name) => string.Format(isLong ? "Label of the item: {0}" : "{0}", name);
            public string Interpolated(string name) => $"Label: {name}";
        }
        """, FlowSetup.Web);
}
