// Cases made from a template: one source, one deserialiser.
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;

namespace Corpus.UnsafeDeserialization.Looms;

// [Bad CWE-502] T1401: a constant decides for the names of types
[Route("looms/json/1401")]
public class LoomJson1401 : Controller
{
    const bool KeepTypes = true;

    [HttpPost]
    public async Task<IActionResult> Run()
    {
        using StreamReader reader = new StreamReader(Request.Body);
        string param = await reader.ReadToEndAsync();
        JsonSerializerSettings settings = new JsonSerializerSettings { TypeNameHandling = KeepTypes ? TypeNameHandling.All : TypeNameHandling.None };
        object value = JsonConvert.DeserializeObject(param, settings);
        return Content(value.ToString()!);
    }
}

// [Good CWE-502] T1402: a constant decides against the names of types
[Route("looms/json/1402")]
public class LoomJson1402 : Controller
{
    const bool KeepTypes = false;

    [HttpPost]
    public async Task<IActionResult> Run()
    {
        using StreamReader reader = new StreamReader(Request.Body);
        string param = await reader.ReadToEndAsync();
        JsonSerializerSettings settings = new JsonSerializerSettings { TypeNameHandling = KeepTypes ? TypeNameHandling.All : TypeNameHandling.None };
        object value = JsonConvert.DeserializeObject(param, settings);
        return Content(value.ToString()!);
    }
}
