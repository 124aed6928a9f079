// Cases made from a template: one source, one reader.
using System.Xml;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Looms;

// [Bad CWE-611] T1301: the settings are made by a switch on a constant
[Route("looms/xxe/1301")]
public class LoomXxe1301 : Controller
{
    static XmlReaderSettings Settings(int kind)
    {
        XmlReaderSettings settings = new XmlReaderSettings();
        switch (kind)
        {
            case 1:
                settings.DtdProcessing = DtdProcessing.Parse;
                settings.XmlResolver = new XmlUrlResolver();
                break;
            default:
                settings.DtdProcessing = DtdProcessing.Prohibit;
                break;
        }
        return settings;
    }

    [HttpPost]
    public IActionResult Run()
    {
        using XmlReader reader = XmlReader.Create(Request.Body, Settings(1));
        XmlDocument document = new XmlDocument();
        document.Load(reader);
        return Content(document.DocumentElement!.InnerText);
    }
}

// [Good CWE-611] T1302: the settings prohibit declarations
[Route("looms/xxe/1302")]
public class LoomXxe1302 : Controller
{
    static XmlReaderSettings Settings()
    {
        XmlReaderSettings settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Prohibit;
        settings.XmlResolver = null;
        return settings;
    }

    [HttpPost]
    public IActionResult Run()
    {
        using XmlReader reader = XmlReader.Create(Request.Body, Settings());
        XmlDocument document = new XmlDocument();
        document.Load(reader);
        return Content(document.DocumentElement!.InnerText);
    }
}
