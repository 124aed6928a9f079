using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Farm;

public class JobsController(IConfiguration configuration) : ControllerBase
{
    // [Bad CWE-78] the text is a part of the script that the shell runs
    public void Variable(string command)
    {
        var start = new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", $"export X=1; {command}" } };
        Process.Start(start);
    }

    // [Good CWE-78] the shell's script is a constant; the text is its first parameter
    public void Parameter(string text)
    {
        var start = new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", "printf %s \"$1\" >> /var/log/notes", "sh", text } };
        Process.Start(start);
    }

    // [Bad CWE-78] a factory makes the start info
    public void Factory(string arguments) => Process.Start(Info("sh", "-c \"" + arguments + "\""));

    static ProcessStartInfo Info(string program, string arguments) => new(program) { Arguments = arguments, CreateNoWindow = true };

    // [Good CWE-78] a factory makes the start info of constants
    public void FactoryConstant(string arguments) => Process.Start(Info("sh", arguments.Length > 0 ? "-c \"sync\"" : "-c \"true\""));

    // [Good CWE-78] program and arguments are configured
    public void Configured(string ignored) => Process.Start(configuration["Jobs:Program"]!, configuration["Jobs:Arguments"]!);

    // [Bad CWE-78] the arguments are configured, the program's folder is the client's
    public void Folder(string folder) => Process.Start(folder + "/run.sh", configuration["Jobs:Arguments"]!);

    // [Good CWE-78] all words are letters
    public IActionResult Words(string words)
    {
        if (!words.Split(' ').All(word => word.All(char.IsAsciiLetter)))
            return BadRequest();
        Process.Start("/bin/sh", "-c \"echo " + words + "\"");
        return Ok();
    }
}
