// Other servers that a town's permit office asks.
using System.Net;
using System.Web;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.Ssrf.Counters
{
    // [Bad CWE-918] the map's address is a text box
    public class MapPage : Page
    {
        protected TextBox txtMapUrl;
        protected Literal litSize;

        protected void btnFetch_Click(object sender, EventArgs e)
        {
            litSize.Text = Fetch(txtMapUrl.Text).Length.ToString();
        }

        private byte[] Fetch(string url)
        {
            HttpWebRequest request = (HttpWebRequest)WebRequest.Create(url);
            request.Timeout = 10000;
            using (WebResponse response = request.GetResponse())
            using (MemoryStream ms = new MemoryStream())
            {
                response.GetResponseStream().CopyTo(ms);
                return ms.ToArray();
            }
        }
    }

    // [Good CWE-918] the server is fixed, the street is a value of the query
    public class GeoService : WebService
    {
        [WebMethod]
        public string Locate(string street)
        {
            using (WebClient client = new WebClient())
                return client.DownloadString("https://geo.town.example/find?street=" + HttpUtility.UrlEncode(street));
        }
    }

    // [Bad CWE-918] the host is put into the address
    public class SensorService : WebService
    {
        [WebMethod]
        public string Read(string sensor)
        {
            using (WebClient client = new WebClient())
            {
                client.BaseAddress = "http://" + sensor + "/";
                return client.DownloadString("value");
            }
        }
    }
}
