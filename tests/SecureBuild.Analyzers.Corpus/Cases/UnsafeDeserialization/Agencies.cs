using System;
using System.Data;
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Web;
using System.Web.Script.Serialization;
using System.Web.UI;
using System.Xml.Serialization;

namespace Agency.Common.State
{
    // [Bad CWE-502] a generic helper for anything that a browser brings back
    public static class StateHelper
    {
        public static T Restore<T>(string name) where T : class
        {
            HttpCookie cookie = HttpContext.Current.Request.Cookies[name];
            if (cookie == null)
                return null;
            using (var stream = new MemoryStream(Convert.FromBase64String(cookie.Value)))
                return (T)new BinaryFormatter().Deserialize(stream);
        }
    }

    // [Good CWE-502] a generic helper with a serializer of one type
    public static class XmlStateHelper
    {
        public static T Restore<T>(string xml) where T : class
        {
            using (var reader = new StringReader(xml))
                return (T)new XmlSerializer(typeof(T)).Deserialize(reader);
        }
    }

    // [Bad CWE-502] the page's own state comes from a form field
    public class WizardPage : Page
    {
        protected override void OnInit(EventArgs e)
        {
            string state = Request.Form["__wizard"];
            if (!string.IsNullOrEmpty(state))
                Wizard = new LosFormatter().Deserialize(state);
        }

        protected object Wizard { get; private set; }
    }

    // [Bad CWE-502] the resolver takes types from the text
    public static class JsonHelper
    {
        public static object Parse(string json)
        {
            return new JavaScriptSerializer(new SimpleTypeResolver()).DeserializeObject(json);
        }
    }

    // [Good CWE-502] dictionaries and arrays only
    public static class PlainJsonHelper
    {
        public static T Parse<T>(string json)
        {
            return new JavaScriptSerializer().Deserialize<T>(json);
        }
    }
}
