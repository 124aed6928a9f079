using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4017DirectoryListing>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4017DirectoryListingTests
{
    [Fact]
    public Task Listings_and_program_folders_are_reported() => Verify.AnalyzerAsync("""
        using System.IO;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.Extensions.FileProviders;
        using Microsoft.Extensions.Hosting;
        class C
        {
            void M(IApplicationBuilder app, IWebHostEnvironment env)
            {
                [|app.UseDirectoryBrowser()|];
                [|app.UseFileServer(enableDirectoryBrowsing: true)|];
                app.UseFileServer(new FileServerOptions { [|EnableDirectoryBrowsing = true|] });
                app.UseStaticFiles(new StaticFileOptions { [|ServeUnknownFileTypes = true|] });
                app.UseStaticFiles(new StaticFileOptions { [|FileProvider = new PhysicalFileProvider(env.ContentRootPath)|] });
                app.UseStaticFiles(new StaticFileOptions { [|FileProvider = new PhysicalFileProvider(Directory.GetCurrentDirectory())|] });
                app.UseStaticFiles();
                app.UseFileServer();
                app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(env.ContentRootPath, "public")) });
                if (env.IsDevelopment())
                    app.UseDirectoryBrowser();
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class App { public void UseDirectoryBrowser() { } }
        class C { void M(App app) => app.UseDirectoryBrowser(); }
        """);
}
