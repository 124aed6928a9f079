// State that a town's permit office keeps with the browser.
using System.Runtime.Serialization.Formatters.Binary;
using System.Web;
using System.Web.Script.Serialization;
using System.Web.UI;

namespace Corpus.UnsafeDeserialization.Counters
{
    [Serializable]
    public class Basket
    {
        public int[] Items;
    }

    // [Bad CWE-502] the basket comes out of a hidden field
    public static class BasketSerializer
    {
        public static object FromText(string text)
        {
            using (MemoryStream ms = new MemoryStream(Convert.FromBase64String(text)))
            {
                return new BinaryFormatter().Deserialize(ms);
            }
        }
    }

    // [same case]
    public class BasketPage : Page
    {
        protected Basket Current;

        protected void Page_Load(object sender, EventArgs e)
        {
            if (IsPostBack)
                Current = (Basket)BasketSerializer.FromText(Request.Form["basket"]);
        }
    }

    // [Good CWE-502] the basket is JSON of one type
    public class JsonBasketPage : Page
    {
        protected Basket Current;

        protected void Page_Load(object sender, EventArgs e)
        {
            if (IsPostBack)
                Current = new JavaScriptSerializer().Deserialize<Basket>(Request.Form["basket"]);
        }
    }

    // [Bad CWE-502] a cookie is read by LosFormatter
    public class WizardPage : Page
    {
        protected void Page_Init(object sender, EventArgs e)
        {
            HttpCookie cookie = Request.Cookies["wizard"];
            if (cookie == null)
                return;
            LosFormatter formatter = new LosFormatter();
            ViewState["step"] = formatter.Deserialize(cookie.Value);
        }
    }
}
