using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1003PathTraversal, SecureBuild.CodeFixes.Injection.SB1003PathTraversalCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1003PathTraversal>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1003PathTraversalTests
{
    [Fact]
    public Task Paths_with_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        public class FilesController : Controller
        {
            const string Folder = "/srv/files";
            public string Read(string name) => System.IO.File.ReadAllText([|Path.Combine(Folder, name)|]);
            public IActionResult Physical(string name) => PhysicalFile([|Folder + "/" + name|], "text/plain");
            public async Task Upload(IFormFile file)
            {
                using var target = new FileStream([|Path.Combine(Folder, file.FileName)|], FileMode.Create);
                await file.CopyToAsync(target);
            }
            public void Delete(string name)
            {
                var path = Path.GetFullPath(Path.Combine(Folder, name));
                System.IO.File.Delete([|path|]);
            }
            public string Query() => Load([|Request.Query["file"]|]);
            static string Load(string file) => System.IO.File.ReadAllText(file);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task File_names_and_checked_paths_are_not_reported() => Verify.AnalyzerAsync("""
        public class FilesController : Controller
        {
            const string Folder = "/srv/files/";
            public string Name(string name) => System.IO.File.ReadAllText(Path.Combine(Folder, Path.GetFileName(name)));
            public string Full(string name)
            {
                var path = Path.GetFullPath(Path.Combine(Folder, name));
                if (!path.StartsWith(Folder, StringComparison.Ordinal))
                    throw new UnauthorizedAccessException();
                return System.IO.File.ReadAllText(path);
            }
            public string Number(int id) => System.IO.File.ReadAllText($"{Folder}{id}.txt");
            public async Task Upload(IFormFile file)
            {
                using var target = new FileStream(Path.Combine(Folder, Guid.NewGuid() + ".bin"), FileMode.Create);
                await file.CopyToAsync(target);
            }
            public string Constant() => System.IO.File.ReadAllText("/srv/files/readme.txt");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task One_part_between_separators_is_a_name_and_all_of_them_are_a_path_again() => Verify.AnalyzerAsync("""
        public class FilesController : Controller
        {
            const string Folder = "/srv/files";
            public string Last(string name) => System.IO.File.ReadAllText(Path.Combine(Folder, name.Split('/', '\\').Last()));
            public string Flat(string name) => System.IO.File.ReadAllText(Path.Combine(Folder, string.Join("_", name.Split('/', '\\'))));
            public string Back(string name) => System.IO.File.ReadAllText([|Path.Combine(Folder, string.Join("/", name.Split('/', '\\')))|]);
            public string Combined(string name) => System.IO.File.ReadAllText([|Path.Combine(Folder, Path.Combine(name.Split('/', '\\')))|]);
            public string Walked(string name)
            {
                var path = Folder;
                foreach (var part in name.Split('/', '\\'))
                    path = Path.Combine(path, part);
                return System.IO.File.ReadAllText([|path|]);
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_a_loop_over_known_characters_replaces_is_gone() => Verify.AnalyzerAsync("""
        public class FilesController : Controller
        {
            static readonly char[] s_separators = ['/', '\\'];
            public string Cleaned(string name)
            {
                foreach (var separator in s_separators)
                    name = name.Replace(separator, '_');
                return System.IO.File.ReadAllText("/srv/files/" + name);
            }
            public string Others(string name)
            {
                foreach (var character in new[] { '<', '>' })
                    name = name.Replace(character, '_');
                return System.IO.File.ReadAllText([|"/srv/files/" + name|]);
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_fix_takes_the_file_name() => Fix.CodeFixAsync("""
        public class FilesController : Controller
        {
            const string Folder = "/srv/files";
            public string Read(string name) => System.IO.File.ReadAllText([|Path.Combine(Folder, name)|]);
            public object Upload(IFormFile file) => new FileStream([|Path.Combine(Folder, file.FileName)|], FileMode.Create);
        }
        """, """
        public class FilesController : Controller
        {
            const string Folder = "/srv/files";
            public string Read(string name) => System.IO.File.ReadAllText(Path.Combine(Folder, Path.GetFileName(name)));
            public object Upload(IFormFile file) => new FileStream(Path.Combine(Folder, Path.GetFileName(file.FileName)), FileMode.Create);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_has_no_mechanical_repair_is_left_to_its_author() => Fix.NoCodeFixAsync("""
        public class FilesController : Controller
        {
            public string Concatenated(string name) => System.IO.File.ReadAllText([|"/srv/files/" + name|]);
            public string Folder(string folder, string name) => System.IO.File.ReadAllText([|Path.Combine("/srv", folder, name)|]);
            public string Local(string name)
            {
                var path = Path.Combine("/srv", name);
                return System.IO.File.ReadAllText([|path|]);
            }
        }
        """, FlowSetup.Web);
}
