// Whole records from outside.
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.MassAssignment.Drills;

public class Player
{
    public int Id { get; set; }
    public string Nick { get; set; } = "";
    public string Role { get; set; } = "player";
    public int Credits { get; set; }
}

public record PlayerInput(string Nick);

public class Arena : DbContext
{
    public DbSet<Player> Players { get; set; } = null!;
}

[ApiController, Route("players")]
public class PlayerController(Arena arena) : ControllerBase
{
    // [Bad CWE-915] the body's record is attached
    [HttpPut("attach")]
    public async Task<IActionResult> Attach([FromBody] Player player)
    {
        arena.Entry(player).State = EntityState.Modified;
        await arena.SaveChangesAsync();
        return NoContent();
    }

    // [Good CWE-915] the body's input is laid over the stored record
    [HttpPut("input/{id:int}")]
    public async Task<IActionResult> Input(int id, [FromBody] PlayerInput input)
    {
        var player = await arena.Players.SingleAsync(each => each.Id == id);
        arena.Entry(player).CurrentValues.SetValues(input);
        await arena.SaveChangesAsync();
        return NoContent();
    }

    // [Bad CWE-915] the body is read by hand into the record
    [HttpPost("raw")]
    public async Task<IActionResult> Raw()
    {
        var player = await JsonSerializer.DeserializeAsync<Player>(Request.Body);
        arena.Players.Add(player!);
        await arena.SaveChangesAsync();
        return Ok();
    }

    // [Bad CWE-915] a service stores what the action was given
    [HttpPost("service")]
    public async Task<IActionResult> ByService([FromBody] Player player, [FromServices] Store store)
    {
        await store.SaveAsync(player);
        return Ok();
    }

    // [Good CWE-915] a service stores what the action made
    [HttpPost("made")]
    public async Task<IActionResult> Made([FromBody] PlayerInput input, [FromServices] Store store)
    {
        var player = new Player { Nick = input.Nick, Credits = 10 };
        await store.SaveAsync(player);
        return Ok();
    }

    // [Bad CWE-915] a list of records
    [HttpPost("many")]
    public async Task<IActionResult> Many([FromBody] List<Player> players)
    {
        foreach (var player in players)
            arena.Players.Add(player);
        await arena.SaveChangesAsync();
        return Ok();
    }

    // [Good CWE-915] a list of inputs
    [HttpPost("many-inputs")]
    public async Task<IActionResult> ManyInputs([FromBody] List<PlayerInput> inputs)
    {
        foreach (var input in inputs)
            arena.Players.Add(new Player { Nick = input.Nick });
        await arena.SaveChangesAsync();
        return Ok();
    }

    // [Bad CWE-915] the role comes along with the name
    [HttpPost("copy")]
    public async Task<IActionResult> Copy([FromBody] Player incoming)
    {
        var player = await arena.Players.SingleAsync(each => each.Id == incoming.Id);
        foreach (var property in typeof(Player).GetProperties())
            property.SetValue(player, property.GetValue(incoming));
        await arena.SaveChangesAsync();
        return Ok();
    }
}

public class Store(Arena arena)
{
    public async Task SaveAsync(Player player)
    {
        arena.Players.Add(player);
        await arena.SaveChangesAsync();
    }
}
