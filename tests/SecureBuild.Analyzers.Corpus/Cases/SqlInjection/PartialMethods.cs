using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Cases.SqlInjection.PartialMethods;

public partial class TicketsController(NpgsqlConnection db) : ControllerBase
{
    // [Bad CWE-89] the statement is run in the implementing part
    [HttpGet("tickets")]
    public IActionResult Tickets(string seat)
    {
        RemoveSeat(seat);
        return Ok();
    }

    // [Good CWE-89] the implementing part takes it as a parameter
    [HttpGet("tickets/by-name")]
    public IActionResult ByName(string holder)
    {
        RemoveHolder(holder);
        return Ok();
    }

    private partial void RemoveSeat(string seat);

    private partial void RemoveHolder(string holder);
}

public partial class TicketsController
{
    private partial void RemoveSeat(string seat)
    {
        using var command = new NpgsqlCommand("delete from tickets where seat = '" + seat + "'", db);
        command.ExecuteNonQuery();
    }

    private partial void RemoveHolder(string holder)
    {
        using var command = new NpgsqlCommand("delete from tickets where holder = @holder", db);
        command.Parameters.AddWithValue("holder", holder);
        command.ExecuteNonQuery();
    }
}
