using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gallery;

public class UploadsController(IWebHostEnvironment environment) : ControllerBase
{
    // [Bad CWE-22] the uploaded file's own name decides where it is written
    [HttpPost]
    public async Task<IActionResult> Save(IFormFile file)
    {
        var path = Path.Combine(environment.ContentRootPath, "uploads", file.FileName);
        await using var target = new FileStream(path, FileMode.Create);
        await file.CopyToAsync(target);
        return Ok();
    }

    // [Good CWE-22] of the uploaded file's name only the last part
    [HttpPost]
    public async Task<IActionResult> SaveLastPart(IFormFile file)
    {
        var path = Path.Combine(environment.ContentRootPath, "uploads", Path.GetFileName(file.FileName));
        await using var target = new FileStream(path, FileMode.CreateNew);
        await file.CopyToAsync(target);
        return Ok();
    }

    // [Good CWE-22] a random name
    [HttpPost]
    public async Task<IActionResult> SaveRandom(IFormFile file)
    {
        var path = Path.Combine(environment.ContentRootPath, "uploads", Path.GetRandomFileName());
        await using var target = System.IO.File.Create(path);
        await file.CopyToAsync(target);
        return Ok(file.FileName);
    }

    // [Good CWE-22] a GUID and an extension from a list
    [HttpPost]
    public async Task<IActionResult> SaveWithExtension(IFormFile file)
    {
        var extension = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (extension is not (".png" or ".jpg"))
            return BadRequest();
        await using var target = System.IO.File.Create(Path.Combine(environment.ContentRootPath, "uploads", Guid.NewGuid() + extension));
        await file.CopyToAsync(target);
        return Ok();
    }

    // [Bad CWE-22] the folder is the client's, the file's name is clean
    [HttpPost]
    public async Task<IActionResult> SaveInAlbum([FromForm] string album, IFormFile file)
    {
        var folder = Path.Combine(environment.WebRootPath, "albums", album);
        Directory.CreateDirectory(folder);
        await using var target = System.IO.File.Create(Path.Combine(folder, Path.GetRandomFileName()));
        await file.CopyToAsync(target);
        return Ok();
    }

    // [Good CWE-22] the folder is the album's number
    [HttpPost]
    public async Task<IActionResult> SaveInNumberedAlbum([FromForm] int album, IFormFile file)
    {
        var folder = Path.Combine(environment.WebRootPath, "albums", album.ToString());
        Directory.CreateDirectory(folder);
        await using var target = System.IO.File.Create(Path.Combine(folder, Path.GetRandomFileName()));
        await file.CopyToAsync(target);
        return Ok();
    }

    // [Bad CWE-22] several files in a loop
    [HttpPost]
    public async Task SaveAll(List<IFormFile> files)
    {
        foreach (var file in files)
        {
            await using var target = System.IO.File.OpenWrite("/var/uploads/" + file.FileName);
            await file.CopyToAsync(target);
        }
    }

    // [Bad CWE-22] the content disposition's file name, without quotes
    [HttpPost]
    public async Task SaveForm()
    {
        var form = await Request.ReadFormAsync();
        var name = form.Files[0].FileName.Trim('"');
        using var memory = new MemoryStream();
        await form.Files[0].CopyToAsync(memory);
        await System.IO.File.WriteAllBytesAsync($"/var/uploads/{name}", memory.ToArray());
    }

    // [Bad CWE-22] the file's name in a JSON body
    [HttpPost]
    public void SaveText([FromBody] Note note) => System.IO.File.WriteAllText(Path.Join("/var/notes", note.Name), note.Text);

    // [Good CWE-22] the text is the client's, the name is the note's number
    [HttpPost]
    public void SaveNumbered([FromBody] Note note) => System.IO.File.WriteAllText(Path.Join("/var/notes", note.Id + ".txt"), note.Text);

    // [Bad CWE-22] deletes what the client says
    [HttpDelete]
    public void Delete(string name) => System.IO.File.Delete(environment.WebRootPath + "/uploads/" + name);

    // [Bad CWE-22] moves to where the client says
    [HttpPost]
    public void Rename(int id, string name) => System.IO.File.Move($"/var/uploads/{id}", "/var/uploads/" + name);

    // [Bad CWE-22] a whole folder is deleted
    [HttpDelete]
    public void DeleteAlbum(string album) => Directory.Delete(Path.Combine("/var/albums", album), recursive: true);

    // [Good CWE-22] deletes a file that is the last part and has been checked
    [HttpDelete]
    public IActionResult DeleteSafely(string name)
    {
        var last = Path.GetFileName(name);
        if (string.IsNullOrEmpty(last) || last != name)
            return BadRequest();
        System.IO.File.Delete(Path.Combine("/var/uploads", last));
        return NoContent();
    }

    // [Bad CWE-22] lists what the client says
    [HttpGet]
    public IEnumerable<string> List(string folder) => Directory.GetFiles("/var/albums/" + folder);

    // [Good CWE-22] the name without extension and folder
    [HttpPost]
    public void SaveThumbnail(string name, [FromBody] byte[] image) =>
        System.IO.File.WriteAllBytes("/var/thumbs/" + Path.GetFileNameWithoutExtension(name) + ".png", image);

    // [Bad CWE-22] GetExtension of the name is a suffix only, but GetDirectoryName keeps the folder
    [HttpPost]
    public void SaveBeside(string name, [FromBody] byte[] image) =>
        System.IO.File.WriteAllBytes(Path.Combine("/var/thumbs", Path.GetDirectoryName(name)!, "thumb.png"), image);
}

public class Note { public int Id { get; set; } public string Name { get; set; } = ""; public string Text { get; set; } = ""; }

// [Bad CWE-22] a page's bound file
public class AvatarModel(IWebHostEnvironment environment) : PageModel
{
    [BindProperty] public IFormFile Picture { get; set; } = null!;

    public async Task OnPostAsync()
    {
        await using var target = new FileStream(Path.Combine(environment.WebRootPath, Picture.FileName), FileMode.Create);
        await Picture.CopyToAsync(target);
    }
}

// [Good CWE-22] the file is named for the user's number
public class AvatarModelSafe(IWebHostEnvironment environment) : PageModel
{
    [BindProperty] public IFormFile Picture { get; set; } = null!;
    [BindProperty] public int UserId { get; set; }

    public async Task OnPostAsync()
    {
        await using var target = new FileStream(Path.Combine(environment.WebRootPath, "avatars", UserId + ".png"), FileMode.Create);
        await Picture.CopyToAsync(target);
    }
}
