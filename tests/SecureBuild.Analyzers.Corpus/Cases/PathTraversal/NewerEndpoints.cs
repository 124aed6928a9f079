using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Photo.Shop;

// [Bad CWE-22] Blazor: an uploaded file keeps its name
public class AlbumPage : ComponentBase
{
    async Task Load(InputFileChangeEventArgs e)
    {
        foreach (var file in e.GetMultipleFiles())
        {
            await using var target = new FileStream(Path.Combine("/srv/album", file.Name), FileMode.Create);
            await file.OpenReadStream(10_000_000).CopyToAsync(target);
        }
    }
}

// [Good CWE-22] Blazor: an uploaded file gets a name
public class AlbumPageSafe : ComponentBase
{
    async Task Load(InputFileChangeEventArgs e)
    {
        foreach (var file in e.GetMultipleFiles())
        {
            await using var target = new FileStream(Path.Combine("/srv/album", Path.GetRandomFileName()), FileMode.Create);
            await file.OpenReadStream(10_000_000).CopyToAsync(target);
        }
    }
}

public class ImageRequest { public string Name { get; set; } = ""; public int Id { get; set; } }
public class ImageReply { public byte[] Bytes { get; set; } = []; }

public static class Images
{
    [BindServiceMethod(typeof(Images), "BindService")]
    public abstract class ImagesBase
    {
        public virtual Task<ImageReply> Get(ImageRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    }
}

// [Bad CWE-22] gRPC: the name of an image
public class ImagesService : Images.ImagesBase
{
    public override async Task<ImageReply> Get(ImageRequest request, ServerCallContext context) =>
        new() { Bytes = await File.ReadAllBytesAsync(Path.Join("/srv/images", request.Name), context.CancellationToken) };
}

// [Good CWE-22] gRPC: the number of an image
public class ImagesServiceSafe : Images.ImagesBase
{
    public override async Task<ImageReply> Get(ImageRequest request, ServerCallContext context) =>
        new() { Bytes = await File.ReadAllBytesAsync(Path.Join("/srv/images", $"{request.Id}.jpg"), context.CancellationToken) };
}

// [Bad CWE-22] SignalR: a hub appends to a room's file
public class RoomHub : Hub
{
    public Task Say(string room, string text) => File.AppendAllTextAsync($"/srv/rooms/{room}.txt", text);
}

// [Good CWE-22] SignalR: the room is one of those that exist
public class RoomHubSafe : Hub
{
    static readonly HashSet<string> Rooms = new(StringComparer.Ordinal) { "red", "blue" };

    public Task Say(string room, string text)
    {
        if (!Rooms.Contains(room))
            throw new HubException("no such room");
        return File.AppendAllTextAsync($"/srv/rooms/{room}.txt", text);
    }
}

public class PrintModel : PageModel
{
    [BindProperty] public IFormFile? Photo { get; set; }

    // [Bad CWE-22] Razor Pages: a bound form file
    public async Task OnPostAsync()
    {
        if (Photo is null)
            return;
        await using var stream = System.IO.File.OpenWrite("/srv/print/" + Photo.FileName);
        await Photo.CopyToAsync(stream);
    }

    // [Bad CWE-22] Razor Pages: a physical file of a handler's parameter
    public IActionResult OnGetShow(string file) => PhysicalFile("/srv/print/" + file, "image/png");
}

public static class PhotoEndpoints
{
    // [Bad CWE-22] a catch-all parameter
    public static void MapRaw(this WebApplication app) => app.MapGet("/raw/{*path}", (string path, IWebHostEnvironment env) => Results.File(Path.Combine(env.ContentRootPath, "raw", path)));

    // [Good CWE-22] the filter lets no separators pass, and the handler takes the name alone
    public static void MapThumb(this WebApplication app) => app.MapGet("/thumb/{name}", (string name, IWebHostEnvironment env) => Results.File(Path.Combine(env.ContentRootPath, "thumb", Path.GetFileName(name))));
}
