namespace SecureBuild.Benchmarks.Generated;

/// <summary>A file of the generated project.</summary>
sealed record GeneratedFile(string Path, string Text, int Lines);

/// <summary>
/// A line-of-business web application of any size, made in memory: modules of about twenty files each (web, services, data access, documents, parsers, user interface, arithmetic) that
/// call into each other. The same seed gives the same code; names, structure and statements differ from file to file.
/// </summary>
static class GeneratedProject
{
    const string Usings = """
        global using System;
        global using System.Collections.Concurrent;
        global using System.Collections.Generic;
        global using System.Data;
        global using System.Data.Common;
        global using System.Diagnostics;
        global using System.Globalization;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text;
        global using System.Text.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Dapper;
        global using Microsoft.AspNetCore.Authorization;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;

        """;

    public static IReadOnlyList<GeneratedFile> OfAtLeast(int lines, int seed = 20_260)
    {
        var files = new List<GeneratedFile> { new("GlobalUsings.cs", Usings, Usings.Count(static character => character == '\n')) };
        var known = new List<Function>();
        var written = 0;
        for (var number = 0; written < lines; number++)
        {
            var random = new Random(seed + number);
            // Calls go to the own module and to a few of the earlier ones, as in software that grows.
            var reachable = known.Count <= 60 ? known : Enumerable.Range(0, 60).Select(_ => known[random.Next(known.Count)]).ToList();
            var module = new Module(number, random, reachable);
            foreach (var file in module.Write())
            {
                files.Add(file);
                written += file.Lines;
            }
            known.AddRange(module.Exported);
        }
        return files;
    }
}
