// Cases made from a template: one source, one chain of propagators, one piece of code or type.
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Corpus.CodeInjection.Looms;

// [Bad CWE-94] T901: SortedList, value at an index
[Route("looms/code/901")]
public class LoomCode901 : Controller
{
    [HttpPost]
    public async Task<IActionResult> Run([FromForm] string param)
    {
        var list = new SortedList<int, string>();
        list.Add(1, "1 + 1");
        list.Add(2, param);
        string bar = list.Values[1];
        object result = await CSharpScript.EvaluateAsync(bar);
        return Content(result.ToString()!);
    }
}

// [Good CWE-94] T902: the value must be one of a set of constants
[Route("looms/code/902")]
public class LoomCode902 : Controller
{
    static readonly HashSet<string> Allowed = new HashSet<string> { "1 + 1", "2 * 3" };

    [HttpPost]
    public async Task<IActionResult> Run([FromForm] string param)
    {
        if (!Allowed.Contains(param))
            return BadRequest();
        object result = await CSharpScript.EvaluateAsync(param);
        return Content(result.ToString()!);
    }
}

// [Bad CWE-470] T903: the name of the type is put together
[Route("looms/type/903")]
public class LoomType903 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        string bar = string.Join(".", new List<string> { "Looms", "Steps", param });
        Type type = Type.GetType(bar)!;
        object step = Activator.CreateInstance(type)!;
        return Content(step.ToString()!);
    }
}

// [Good CWE-470] T904: the name chooses a type from a dictionary
[Route("looms/type/904")]
public class LoomType904 : Controller
{
    static readonly Dictionary<string, Type> Steps = new() { ["weave"] = typeof(List<int>), ["spin"] = typeof(List<long>) };

    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        if (!Steps.TryGetValue(param, out Type? type))
            return NotFound();
        object step = Activator.CreateInstance(type)!;
        return Content(step.ToString()!);
    }
}
