using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Appointments;

public class Appointment
{
    public Guid Id { get; set; }
    public string PatientId { get; set; }
    public string Notes { get; set; }
}

public class ClinicDb(DbContextOptions<ClinicDb> options) : DbContext(options)
{
    public DbSet<Appointment> Appointments { get; set; }
}

public interface IAppointments
{
    Task<Appointment> GetAsync(Guid id);
    Task DeleteAsync(Guid id);
}

public sealed class Appointments(ClinicDb db) : IAppointments
{
    public async Task<Appointment> GetAsync(Guid id) => await db.Appointments.FirstOrDefaultAsync(each => each.Id == id);

    public async Task DeleteAsync(Guid id)
    {
        var appointment = await GetAsync(id);
        db.Appointments.Remove(appointment);
        await db.SaveChangesAsync();
    }
}

public abstract class Feature
{
    public abstract void Map(IEndpointRouteBuilder routes);
}

// [Bad CWE-862] the feature cancels for everybody
public sealed class CancelAppointment : Feature
{
    public override void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/appointments/{id:guid}", HandleAsync).WithName(nameof(CancelAppointment)).WithOpenApiTag();

    static async Task<IResult> HandleAsync(Guid id, IAppointments appointments)
    {
        await appointments.DeleteAsync(id);
        return Results.NoContent();
    }
}

// [Good CWE-862] the feature cancels for the reception
public sealed class CancelForReception : Feature
{
    public override void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/reception/appointments/{id:guid}", HandleAsync).WithName(nameof(CancelForReception)).RequireAuthorization("Reception");

    static async Task<IResult> HandleAsync(Guid id, IAppointments appointments)
    {
        await appointments.DeleteAsync(id);
        return Results.NoContent();
    }
}

// [Bad CWE-639] the repository gives the notes of any patient
public sealed class AppointmentNotes : Feature
{
    public override void Map(IEndpointRouteBuilder routes) => routes.MapGet("/appointments/{id:guid}/notes", async (Guid id, ClinicDb db) =>
    {
        var appointment = await db.Appointments.FindAsync(id);
        return appointment is null ? Results.NotFound() : Results.Text(appointment.Notes);
    }).RequireAuthorization();
}

// [Good CWE-639] the repository gives the notes of the patient who asks
public sealed class MyAppointmentNotes : Feature
{
    public override void Map(IEndpointRouteBuilder routes) => routes.MapGet("/my/appointments/{id:guid}/notes", async (Guid id, ClinicDb db, ClaimsPrincipal user) =>
    {
        var appointment = await db.Appointments.FindAsync(id);
        return appointment is null || appointment.PatientId != user.FindFirstValue("sub") ? Results.NotFound() : Results.Text(appointment.Notes);
    }).RequireAuthorization();
}

// [Bad CWE-863] who has a name is a doctor
public sealed class DoctorRequirement : AuthorizationHandler<DoctorRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DoctorRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.Request.Query.ContainsKey("doctor"))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

// [Good CWE-863] who has the role is a nurse
public sealed class NurseRequirement : AuthorizationHandler<NurseRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NurseRequirement requirement)
    {
        if (context.User.IsInRole("nurse"))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

static class Documentation
{
    public static RouteHandlerBuilder WithOpenApiTag(this RouteHandlerBuilder builder) => builder.WithTags("Appointments");
}
