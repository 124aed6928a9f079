using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Texts;

public class FormatController(IConfiguration configuration) : ControllerBase
{
    // [Bad CWE-134] the format is the client's
    public string Price(string format, decimal price) => string.Format(format, price);

    // [Good CWE-134] the format is a constant, the client's text is an argument
    public string Named(string name) => string.Format("Hello {0}", name);

    // [Bad CWE-134] the client's text is concatenated into the format
    public string Greeting(string name) => string.Format("Hello " + name + ", you have {0} messages", 3);

    // [Good CWE-134] braces are doubled
    public string GreetingEscaped(string name) => string.Format("Hello " + name.Replace("{", "{{").Replace("}", "}}") + ", you have {0} messages", 3);

    // [Bad CWE-134] AppendFormat
    public string Append(string template)
    {
        var text = new StringBuilder();
        text.AppendFormat(CultureInfo.InvariantCulture, template, DateTime.UtcNow, Environment.ProcessId);
        return text.ToString();
    }

    // [Good CWE-134] AppendFormat with a constant
    public string AppendConstant(string value) => new StringBuilder().AppendFormat("{0:D}: {1}", DateTime.UtcNow, value).ToString();

    // [Bad CWE-134] Console.WriteLine with arguments formats
    public void Console(string template) => System.Console.WriteLine(template, DateTime.UtcNow);

    // [Good CWE-134] interpolation has no format of the client's
    public string Interpolated(string name) => $"Hello {name}";

    // [Good CWE-134] the format is configured
    public string Configured(string name) => string.Format(configuration["Texts:Hello"]!, name);

    // [Good CWE-134] the format is one of two constants
    public string Chosen(string language, decimal price) => string.Format(language == "ja" ? "{0} 円" : "{0} yen", price);

    // [Bad CWE-134] a helper formats
    public string Helper(string pattern) => Line(pattern, 7);

    static string Line(string pattern, int number) => string.Format(CultureInfo.InvariantCulture, pattern, number);

    // [Good CWE-134] the helper is given a constant
    public string HelperConstant(string pattern) => Text("{0} pieces", pattern.Length);

    static string Text(string pattern, int number) => string.Format(CultureInfo.InvariantCulture, pattern, number);

    // [Bad CWE-134] CompositeFormat
    public string Composite(string pattern) => string.Format(null, CompositeFormat.Parse(pattern), 7);

    // [Good CWE-134] the format is overwritten
    public string Overwritten(string format, decimal price)
    {
        format = "{0:N2}";
        return string.Format(format, price);
    }

    // [Bad CWE-134] a property of the body
    public string Body([FromBody] Letter letter) => string.Format(letter.Template, letter.Name);

    // [Good CWE-134] another property of the body is an argument
    public string BodyArgument([FromBody] Letter letter) => string.Format("{0} {1}", letter.Name, letter.Template.Length);

    // [Good CWE-134] not formatted without arguments: Append takes the text as it is
    public string Appended(string text) => new StringBuilder().Append("[").Append(text).Append("]").ToString();

    // [Bad CWE-134] a form's field in a TextWriter's format
    public void Writer([FromForm] string line, [FromServices] TextWriter writer) => writer.Write(line, Environment.MachineName);

    // [Good CWE-134] a form's field as an argument
    public void WriterArgument([FromForm] string line, [FromServices] TextWriter writer) => writer.Write("{0}", line);
}

public record Letter(string Template, string Name);
