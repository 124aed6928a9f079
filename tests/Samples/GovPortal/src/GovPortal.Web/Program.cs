using GovPortal.Records;
using GovPortal.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSingleton(_ => new ApplicationStore(builder.Configuration["Portal:Database"] ?? "portal.db"));
builder.Services.AddSingleton<PartnerGateway>();
builder.Services.AddCors(cors =>
{
    cors.AddPolicy("partners", policy => policy.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowCredentials()); // expect: SB4001
    cors.AddPolicy("city", policy => policy.WithOrigins("https://city.example").AllowCredentials());
});

var app = builder.Build();
app.UseHsts();
app.UseHttpsRedirection();
app.UseCors("city");
app.MapRazorPages();
app.MapGet("/status/{number}", (string number, ApplicationStore store) =>
    store.ApplicantOf(number) is null ? Results.NotFound() : Results.Ok(new { number, state = "filed" }));
app.Run();
