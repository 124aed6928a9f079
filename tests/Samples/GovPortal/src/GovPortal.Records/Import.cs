using System.Xml;
using Newtonsoft.Json;

namespace GovPortal.Records;

/// <summary>Takes over applications from other systems.</summary>
public static class Import
{
    static readonly JsonSerializerSettings s_partner = new()
    {
        TypeNameHandling = TypeNameHandling.All, // expect: SB3002
    };

    static readonly JsonSerializerSettings s_own = new() { TypeNameHandling = TypeNameHandling.None };

    public static CitizenApplication? FromPartner(string json) => JsonConvert.DeserializeObject<CitizenApplication>(json, s_partner);

    public static CitizenApplication? FromOwnSystem(string json) => JsonConvert.DeserializeObject<CitizenApplication>(json, s_own);

    public static XmlDocument Form(string xml)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver(); // expect: SB3003
        document.LoadXml(xml);
        return document;
    }

    public static XmlReader SafeForm(TextReader xml) =>
        XmlReader.Create(xml, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
}
