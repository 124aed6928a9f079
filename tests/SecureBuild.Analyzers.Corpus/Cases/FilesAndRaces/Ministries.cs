using System;
using System.Collections.Generic;
using System.IO;
using System.Security.AccessControl;
using System.Security.Principal;
using System.Web;
using System.Web.Mvc;

namespace Ministry.Documents.Business
{
    // [Bad CWE-732] everyone may do everything in the folder
    public static class FolderManager
    {
        public static void Grant(string folder)
        {
            var everyone = new SecurityIdentifier(WellKnownSidType.WorldSid, null);
            var info = new DirectoryInfo(folder);
            DirectorySecurity security = info.GetAccessControl();
            security.AddAccessRule(new FileSystemAccessRule(everyone, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
            info.SetAccessControl(security);
        }
    }

    // [Good CWE-732] the service's own account may change it
    public static class ServiceFolderManager
    {
        public static void Grant(string folder)
        {
            var account = WindowsIdentity.GetCurrent().User;
            var info = new DirectoryInfo(folder);
            DirectorySecurity security = info.GetAccessControl();
            security.AddAccessRule(new FileSystemAccessRule(account, FileSystemRights.Modify, AccessControlType.Allow));
            info.SetAccessControl(security);
        }
    }

    // [Bad CWE-377] the export's name can be guessed, in the folder of all
    public static class ExportManager
    {
        public static string Write(string user, byte[] data)
        {
            string fileName = Path.Combine(Path.GetTempPath(), "export_" + DateTime.Now.ToString("yyyyMMddHHmmss") + ".csv");
            File.WriteAllBytes(fileName, data);
            return fileName;
        }
    }

    // [Good CWE-377] a folder of the application, a name nobody guesses, and only a new file
    public static class OwnExportManager
    {
        public static string Write(byte[] data)
        {
            string fileName = Path.Combine(AppDomain.CurrentDomain.GetData("DataDirectory").ToString(), Guid.NewGuid().ToString("N") + ".csv");
            using (var stream = new FileStream(fileName, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                stream.Write(data, 0, data.Length);
            return fileName;
        }
    }

    // [Bad CWE-362] all requests share the user of the last one
    public class DossierController : Controller
    {
        private static string s_currentUser;
        private static List<string> s_messages = new List<string>();

        [Authorize]
        public ActionResult Index()
        {
            s_currentUser = User.Identity.Name;
            s_messages.Add("Opened by " + s_currentUser);
            return View(s_messages);
        }
    }

    // [Good CWE-362] what is static never changes
    public class CatalogueController : Controller
    {
        private static readonly string[] s_kinds = { "Passport", "Licence" };

        [Authorize]
        public ActionResult Index()
        {
            return View(s_kinds);
        }
    }
}
