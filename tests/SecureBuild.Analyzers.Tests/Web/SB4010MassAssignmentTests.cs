using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4010MassAssignment>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4010MassAssignmentTests
{
    const string Usings = """
        using System;
        using System.Threading.Tasks;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.EntityFrameworkCore;

        """;

    static readonly TestSetup s_ef = TestSetup.AspNetCore with
    {
        Stubs =
        [
            ("Ef.cs", """
                namespace Microsoft.EntityFrameworkCore
                {
                    public class DbSet<T> where T : class { public void Add(T e) { } public void Update(T e) { } public void Attach(T e) { } public T Find(object id) => null; }
                    public class DbContext { public void Add(object e) { } public void Update<T>(T e) { } public Entry Entry(object e) => new(); public int SaveChanges() => 0; }
                    public class Entry { public EntityState State { get; set; } public PropertyValues CurrentValues { get; } }
                    public class PropertyValues { public void SetValues(object o) { } }
                    public enum EntityState { Unchanged, Modified, Added }
                }
                public class User { public int Id { get; set; } public string Name { get; set; } public bool IsAdmin { get; set; } }
                public class Note { public int Id { get; set; } public string Text { get; set; } }
                public class UserDto { public string Name { get; set; } }
                public class Db : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<User> Users { get; } = new(); public Microsoft.EntityFrameworkCore.DbSet<Note> Notes { get; } = new(); }
                """),
        ],
    };

    [Fact]
    public Task Entities_from_the_request_that_are_saved_are_reported() => Verify.AnalyzerAsync(Usings + """
        public class UsersController(Db db, IRepository users) : Controller
        {
            public IActionResult Create(User user) { [|db.Users.Add(user)|]; db.SaveChanges(); return Ok(); }
            public IActionResult Edit(int id, [FromBody] User user) { [|db.Update(user)|]; db.SaveChanges(); return Ok(); }
            public IActionResult Mark(User user) { [|db.Entry(user).State = EntityState.Modified|]; db.SaveChanges(); return Ok(); }
            public IActionResult Values(int id, User user) { [|db.Entry(db.Users.Find(id)).CurrentValues.SetValues(user)|]; return Ok(); }
            public IActionResult Save(User user) { var copy = user; [|users.SaveAsync(copy)|]; return Ok(); }
            public IActionResult Notes(Note note) { [|db.Notes.Add(note)|]; return Ok(); }
            public async Task<IActionResult> Filled(int id) { var user = db.Users.Find(id); await [|TryUpdateModelAsync(user)|]; return Ok(); }
            public IActionResult Many(User[] users_) { foreach (var user in users_) [|db.Users.Add(user)|]; return Ok(); }
            public async Task<IActionResult> Read() { var user = await Request.ReadFromJsonAsync<User>(); [|db.Users.Add(user)|]; return Ok(); }
            public IActionResult Table(int id, [FromBody] System.Collections.Generic.Dictionary<string, object> body) { [|db.Entry(db.Users.Find(id)).CurrentValues.SetValues(body)|]; return Ok(); }
            public IActionResult Reflected(int id, [FromBody] System.Collections.Generic.Dictionary<string, object> body)
            {
                var user = db.Users.Find(id);
                foreach (var (name, value) in body)
                    [|typeof(User).GetProperty(name).SetValue(user, value)|];
                return Ok();
            }
        }
        public interface IRepository { Task SaveAsync(User user); }
        public class EditModel(Db db) : PageModel
        {
            [BindProperty] public User Person { get; set; }
            public IActionResult OnPost() { [|db.Users.Update(Person)|]; return Page(); }
        }
        class C
        {
            void M(WebApplication app)
            {
                app.MapPost("/users", (User user, Db db) => { [|db.Users.Add(user)|]; });
                app.MapPut("/users", Put);
            }
            static IResult Put(User user, Db db) { [|db.Update(user)|]; return Results.Ok(); }
        }
        """, s_ef);

    [Fact]
    public Task Types_for_the_request_lists_of_members_and_own_objects_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        public class UsersController(Db db) : Controller
        {
            public IActionResult Create(UserDto dto) { var user = new User { Name = dto.Name }; db.Users.Add(user); return Ok(); }
            public IActionResult Bound([Bind("Name")] User user) { db.Users.Add(user); return Ok(); }
            public IActionResult Values(int id, UserDto dto) { db.Entry(db.Users.Find(id)).CurrentValues.SetValues(dto); return Ok(); }
            public async Task<IActionResult> Filled(int id) { var user = db.Users.Find(id); await TryUpdateModelAsync(user, "", u => u.Name); return Ok(); }
            public IActionResult Read(User user) { Console.WriteLine(user.Name); return Ok(); }
            public IActionResult Injected([FromServices] User user) { db.Users.Add(user); return Ok(); }
            public IActionResult Corrected(User user) { user.IsAdmin = false; db.Users.Add(user); return Ok(); }
            void Private(User user) => db.Users.Add(user);
        }
        public class Account { public string Name { get; set; } [BindNever] public bool IsAdmin { get; set; } [JsonIgnore] public string Role { get; set; } }
        public class AccountsController : Controller
        {
            readonly System.Collections.Generic.List<Account> _all = new();
            public IActionResult Create(Account account) { _all.Add(account); return Ok(); }
        }
        class Service { void Store(Db db, User user) => db.Users.Add(user); }
        """, s_ef);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class User { public bool IsAdmin { get; set; } }
        class UsersController { public void Create(User user) => new System.Collections.Generic.List<User>().Add(user); }
        """);
}
