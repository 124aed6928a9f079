using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Calc;

// [Bad CWE-94] a typed formula inside a script
class Typed
{
    public async Task Bad()
    {
        var line = Console.ReadLine();
        Console.WriteLine(await CSharpScript.EvaluateAsync("System.Math.Sqrt(" + line + ")"));
    }
}

// [Good CWE-94] a typed number
class TypedNumber
{
    public void Good()
    {
        if (double.TryParse(Console.ReadLine(), out var x))
            Console.WriteLine(Math.Sqrt(x));
    }
}

// [Good CWE-114] a host of plug-ins loads the file that its user names
class PluginHost
{
    public void Load(string[] args) => Start(Environment.GetCommandLineArgs()[1]);
    void Start(string file) => Console.WriteLine(Assembly.LoadFrom(file).FullName);
}

// [Good CWE-94] a script file that belongs to the program
class ScriptFile
{
    public async Task Good() => await CSharpScript.EvaluateAsync(await File.ReadAllTextAsync("startup.csx"));
}
