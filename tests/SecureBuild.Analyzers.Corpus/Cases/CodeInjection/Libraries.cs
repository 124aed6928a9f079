// Folders of native libraries.
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CodeInjection.Libraries;

// [Bad CWE-114] the folder of libraries is the client's
public class PluginController : ControllerBase
{
    [DllImport("kernel32.dll", CharSet = CharSet.Unicode), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern bool SetDllDirectory(string path);

    [HttpPost("/plugins")]
    public IActionResult Use(string folder) => Ok(SetDllDirectory(folder));
}

// [Good CWE-114] the folder of libraries is ours
public class OwnPluginController : ControllerBase
{
    [DllImport("kernel32.dll", CharSet = CharSet.Unicode), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern bool SetDllDirectory(string path);

    [HttpPost("/own-plugins")]
    public IActionResult Use(string folder) => Ok(SetDllDirectory(Path.Combine(AppContext.BaseDirectory, "plugins")));
}
