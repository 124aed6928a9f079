namespace SecureBuild.Benchmarks.Generated;

/// <summary>What talks to the world: web, database, files, other services, users.</summary>
sealed partial class Module
{
    string Key => char.ToLowerInvariant(_name[0]) + _name[1..];

    string TextField => _fields.First(static each => each.Type == "string").Name;

    void AdoRepository(Code code)
    {
        _taken = new();
        code.Block($"public sealed class {_name}SqlRepository(DbDataSource source, ILogger<{_name}SqlRepository> logger) : I{_name}Repository", () =>
        {
            code.Block($"public async Task<{_name}?> FindAsync(int id, CancellationToken cancellationToken)", () =>
            {
                code.Line("await using var command = source.CreateCommand(\"select * from " + Key + " where id = @id\");");
                code.Line("Bind(command, \"@id\", id);");
                code.Line("await using var reader = await command.ExecuteReaderAsync(cancellationToken);");
                code.Line("return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;");
            });
            code.Line();
            code.Block($"public async Task<IReadOnlyList<{_name}>> SearchAsync({_name}Filter filter, CancellationToken cancellationToken)", () =>
            {
                code.Line($"var found = new List<{_name}>();");
                code.Line("await using var command = source.CreateCommand();");
                code.Line(Chance(10)
                    ? $"command.CommandText = \"select * from {Key} where {TextField} like '%\" + filter.{_fields[0].Name} + \"%'\";"
                    : $"command.CommandText = \"select * from {Key} where {TextField} like @text\" + (filter.IsDescending ? \" order by id desc\" : \" order by id\");");
                code.Line($"Bind(command, \"@text\", filter.{_fields[0].Name} ?? \"\");");
                code.Line("await using var reader = await command.ExecuteReaderAsync(cancellationToken);");
                code.Line("while (await reader.ReadAsync(cancellationToken))");
                code.Line("    found.Add(Read(reader));");
                code.Line($"logger.LogDebug(\"{{Count}} {Key} {Pick(Words.Phrases)}\", found.Count);");
                code.Line("return found;");
            });
            code.Line();
            code.Block($"public async Task<int> SaveAsync({_name} record, CancellationToken cancellationToken)", () =>
            {
                code.Line("await using var command = source.CreateCommand(");
                code.Line($"    \"update {Key} set {string.Join(", ", _fields.Select(field => $"{field.Name} = @{field.Name}"))} where id = @id\");");
                foreach (var (_, name) in _fields)
                    code.Line($"Bind(command, \"@{name}\", record.{name});");
                code.Line("return await command.ExecuteNonQueryAsync(cancellationToken);");
            });
            code.Line();
            code.Block("public async Task<bool> DeleteAsync(int id, CancellationToken cancellationToken)", () =>
            {
                code.Line($"await using var command = source.CreateCommand(\"delete from {Key} where id = @id\");");
                code.Line("Bind(command, \"@id\", id);");
                code.Line("return await command.ExecuteNonQueryAsync(cancellationToken) > 0;");
            });
            code.Line();
            code.Block($"public async Task<int> CountBy{_fields[0].Name}Async(string value, CancellationToken cancellationToken)", () =>
            {
                code.Line($"await using var command = source.CreateCommand(\"select count(*) from {Key} where {_fields[0].Name} = @value\");");
                code.Line("Bind(command, \"@value\", value);");
                code.Line("return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);");
            });
            code.Line();
            code.Line($"static {_name} Read(DbDataReader reader) => new()");
            code.Line("{");
            code.Line("    Id = reader.GetInt32(0),");
            foreach (var ((type, name), index) in _fields.Select((field, index) => (field, index)))
                code.Line($"    {name} = reader.Get{type switch { "int" => "Int32", "string" => "String", _ => "Decimal" }}({index + 1}),");
            code.Line("};");
            code.Line();
            code.Block("static void Bind(DbCommand command, string name, object value)", () =>
            {
                code.Line("var parameter = command.CreateParameter();");
                code.Line("parameter.ParameterName = name;");
                code.Line("parameter.Value = value;");
                code.Line("command.Parameters.Add(parameter);");
            });
        });
    }

    void DapperRepository(Code code)
    {
        code.Block($"public sealed class {_name}Queries(IDbConnection connection)", () =>
        {
            foreach (var (type, name) in _fields)
            {
                code.Line($"public Task<IEnumerable<{_name}>> By{name}Async({type} value, int page = 1) =>");
                code.Line(type == "string" && Chance(6)
                    ? $"    connection.QueryAsync<{_name}>($\"select * from {Key} where {name} = '{{value}}' limit 20\");"
                    : $"    connection.QueryAsync<{_name}>(\"select * from {Key} where {name} = @value order by id limit 20 offset @skip\", new {{ value, skip = page * {random.Next(10, 50)} }});");
                code.Line();
            }
            code.Line($"public Task<int> TouchAsync(int id) => connection.ExecuteAsync(\"update {Key} set created = current_timestamp where id = @id\", new {{ id }});");
        });
    }

    void Service(Code code)
    {
        _taken = new();
        code.Block($"public sealed class {_name}Service(I{_name}Repository repository, ILogger<{_name}Service> logger) : I{_name}Service", () =>
        {
            code.Block($"public async Task<{_name}Dto?> FindAsync(int id, CancellationToken cancellationToken)", () =>
            {
                code.Line("var record = await repository.FindAsync(id, cancellationToken);");
                code.Line($"logger.LogInformation(\"{_name} {{Id}} {Pick(Words.Phrases)}\", id);");
                code.Line("return record?.ToDto();");
            });
            code.Line();
            code.Block($"public async Task<IReadOnlyList<{_name}Dto>> SearchAsync({_name}Filter filter, CancellationToken cancellationToken)", () =>
            {
                code.Line("var records = await repository.SearchAsync(filter, cancellationToken);");
                code.Line($"return records.Where(record => record.{_fields[0].Name}.Length > {random.Next(0, 5)}).Select(record => record.ToDto()).ToList();");
            });
            code.Line();
            code.Block($"public async Task<int> SaveAsync({_name}Dto record, CancellationToken cancellationToken)", () =>
            {
                code.Line("if (!IsComplete(record))");
                code.Line($"    throw new InvalidOperationException(\"{Pick(Words.Phrases)}\");");
                code.Line("return await repository.SaveAsync(record.ToRecord(), cancellationToken);");
            });
            code.Line();
            code.Line("public Task<bool> DeleteAsync(int id, CancellationToken cancellationToken) => repository.DeleteAsync(id, cancellationToken);");
            code.Line();
            code.Line($"public Task<int> CountBy{_fields[0].Name}Async(string value, CancellationToken cancellationToken) => repository.CountBy{_fields[0].Name}Async(value.Trim(), cancellationToken);");
            code.Line();
            code.Line($"static bool IsComplete({_name}Dto record) => {string.Join(" && ", _fields.Take(4).Select(field => field.Type == "string" ? $"record.{field.Name}.Length > 0" : $"record.{field.Name} >= 0"))};");
            code.Line();
            var calls = new List<Function> { new($"repository.CountBy{_fields[0].Name}Async", ["string", "CancellationToken"], "int", true) };
            for (var i = random.Next(3, 8); i > 0; i--)
                calls.Add(Method(code, Chance(70) ? "public" : "internal", FreshMethod() + "Async", isAsync: true, logger: "logger", more: calls));
        });
    }

    void Controller(Code code)
    {
        _taken = new();
        code.Line("[ApiController]");
        code.Line($"[Route(\"api/{Key}\")]");
        if (Chance(80))
            code.Line("[Authorize]");
        code.Block($"public sealed class {_name}Controller(I{_name}Service service, ILogger<{_name}Controller> logger) : ControllerBase", () =>
        {
            code.Line("[HttpGet(\"{id:int}\")]");
            code.Block($"public async Task<ActionResult<{_name}Dto>> Get(int id, CancellationToken cancellationToken)", () =>
            {
                code.Line("var found = await service.FindAsync(id, cancellationToken);");
                code.Line("return found is null ? NotFound() : found;");
            });
            code.Line();
            code.Line("[HttpGet]");
            code.Block($"public async Task<IActionResult> Search([FromQuery] {_name}Filter filter, CancellationToken cancellationToken)", () =>
            {
                code.Line("if (!ModelState.IsValid)");
                code.Line("    return BadRequest(ModelState);");
                if (Chance(15))
                    code.Line($"logger.LogInformation($\"searching {{filter.{_fields[0].Name}}}\");");
                code.Line("return Ok(await service.SearchAsync(filter, cancellationToken));");
            });
            code.Line();
            code.Line("[HttpPost]");
            code.Block($"public async Task<IActionResult> Post([FromBody] {_name}Dto record, CancellationToken cancellationToken)", () =>
            {
                code.Block($"if (record.{TextField}.Length > {random.Next(20, 300)} || !ModelState.IsValid)", () => code.Line($"return BadRequest(\"{Pick(Words.Phrases)}\");"));
                code.Line("var id = await service.SaveAsync(record, cancellationToken);");
                code.Line("logger.LogInformation(\"Saved {Id}\", id);");
                code.Line("return CreatedAtAction(nameof(Get), new { id }, record);");
            });
            code.Line();
            code.Line("[HttpDelete(\"{id:int}\")]");
            code.Line("public async Task<IActionResult> Delete(int id, CancellationToken cancellationToken) => await service.DeleteAsync(id, cancellationToken) ? NoContent() : NotFound();");
            code.Line();
            for (var i = random.Next(2, 6); i > 0; i--)
            {
                var name = FreshMethod();
                code.Line($"[HttpGet(\"{name.ToLowerInvariant()}\")]");
                Method(code, "public", name, result: Pick(["int", "string", "decimal"]), isAsync: true, logger: "logger", statements: random.Next(2, 9),
                    more: [new($"service.CountBy{_fields[0].Name}Async", ["string", "CancellationToken"], "int", true)]);
            }
            if (Chance(12))
            {
                code.Line("[HttpGet(\"file\")]");
                code.Line("public IActionResult Download(string name) => PhysicalFile(Path.Combine(AppContext.BaseDirectory, name), \"application/octet-stream\");");
            }
        });
    }

    void Endpoints(Code code)
    {
        _taken = new();
        code.Block($"public static class {_name}Endpoints", () =>
        {
            code.Block($"public static IServiceCollection Add{_name}s(this IServiceCollection services)", () =>
            {
                code.Line($"services.AddScoped<I{_name}Repository, {_name}SqlRepository>();");
                code.Line($"services.AddScoped<I{_name}Service, {_name}Service>();");
                code.Line("return services;");
            });
            code.Line();
            code.Block($"public static void Map{_name}s(this IEndpointRouteBuilder routes)", () =>
            {
                code.Line($"var group = routes.MapGroup(\"/{Key}\").RequireAuthorization();");
                code.Line($"group.MapGet(\"/{{id:int}}\", async (int id, I{_name}Service service, CancellationToken cancellationToken) =>");
                code.Line("    await service.FindAsync(id, cancellationToken) is { } found ? Results.Ok(found) : Results.NotFound());");
                code.Line($"group.MapPost(\"/\", async ({_name}Dto record, I{_name}Service service, CancellationToken cancellationToken) => Results.Ok(await service.SaveAsync(record, cancellationToken)));");
                foreach (var (_, name) in _fields.Take(4))
                    code.Line($"group.MapGet(\"/{name.ToLowerInvariant()}\", (string value, int page) => Results.Text({(Chance(50) ? $"{_name}Text.ToString() + page".Replace(_name + "Text.ToString()", "value.Trim()") : "$\"{page}: {value.Length}\"")}));");
            });
            code.Line();
            for (var i = random.Next(1, 4); i > 0; i--)
                Method(code, "static", FreshMethod());
        });
    }

    void Client(Code code)
    {
        _taken = new();
        code.Block($"public sealed class {_name}Client(HttpClient http, ILogger<{_name}Client> logger)", () =>
        {
            code.Line("static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);");
            code.Line();
            foreach (var (_, name) in _fields.Take(5))
            {
                code.Block($"public async Task<{_name}Dto?> {FreshMethod("By" + name)}Async(int id, CancellationToken cancellationToken)", () =>
                {
                    code.Line($"using var request = new HttpRequestMessage(HttpMethod.{Pick(["Get", "Post", "Put"])}, $\"https://{Key}.example.com/api/{name.ToLowerInvariant()}/{{id}}\");");
                    code.Line($"request.Headers.Add(\"X-{name}\", \"{Pick(Words.TextFields)}\");");
                    code.Line("using var response = await http.SendAsync(request, cancellationToken);");
                    code.Block("if (!response.IsSuccessStatusCode)", () =>
                    {
                        code.Line("logger.LogWarning(\"{Status}\", response.StatusCode);");
                        code.Line("return null;");
                    });
                    code.Line("var text = await response.Content.ReadAsStringAsync(cancellationToken);");
                    code.Line($"return JsonSerializer.Deserialize<{_name}Dto>(text, s_options);");
                });
                code.Line();
            }
            Method(code, "public", FreshMethod() + "Async", isAsync: true, logger: "logger");
        });
    }

    void Files(Code code)
    {
        _taken = new();
        code.Block($"public sealed class {_name}Files(string root)", () =>
        {
            code.Block($"public async Task<List<string>> {FreshMethod("Lines")}Async(string name, CancellationToken cancellationToken)", () =>
            {
                code.Line("var path = Path.GetFullPath(Path.Combine(root, Path.GetFileName(name)));");
                code.Line("var lines = new List<string>();");
                code.Line("using var reader = new StreamReader(path, Encoding.UTF8);");
                code.Block("while (await reader.ReadLineAsync(cancellationToken) is { } line)", () =>
                    code.Block($"if (line.Length > {random.Next(1, 9)} && !line.StartsWith('#'))", () => code.Line($"lines.Add(line.Trim().Replace(\"{Pick(Words.Phrases)}\", \"{Pick(Words.TextFields)}\", StringComparison.Ordinal));")));
                code.Line("return lines;");
            });
            code.Line();
            code.Block($"public void {FreshMethod("All")}(IEnumerable<{_name}> rows, string name)", () =>
            {
                code.Line("Directory.CreateDirectory(root);");
                code.Line("using var writer = new StreamWriter(Path.Combine(root, name + \".csv\"), false, Encoding.UTF8);");
                code.Block("foreach (var row in rows)", () =>
                {
                    foreach (var (type, name) in _fields.Take(random.Next(3, 8)))
                        code.Line(type == "string" ? $"writer.Write(row.{name}.Replace(';', ','));" : $"writer.Write(row.{name}.ToString(CultureInfo.InvariantCulture));");
                    code.Line("writer.WriteLine();");
                });
            });
            code.Line();
            for (var i = random.Next(1, 4); i > 0; i--)
                Method(code, "public", FreshMethod());
        });
    }

    void Worker(Code code)
    {
        _taken = new();
        code.Block($"public sealed class {_name}Worker(IServiceScopeFactory scopes, ILogger<{_name}Worker> logger) : BackgroundService", () =>
        {
            code.Line("readonly ConcurrentQueue<int> _queue = new();");
            code.Line();
            code.Line("public void Enqueue(int id) => _queue.Enqueue(id);");
            code.Line();
            code.Block("protected override async Task ExecuteAsync(CancellationToken stoppingToken)", () =>
                code.Block("while (!stoppingToken.IsCancellationRequested)", () =>
                {
                    code.Block("while (_queue.TryDequeue(out var id))", () =>
                    {
                        code.Line("using var scope = scopes.CreateScope();");
                        code.Line($"var repository = scope.ServiceProvider.GetRequiredService<I{_name}Repository>();");
                        code.Block("try", () => code.Line("await repository.DeleteAsync(id, stoppingToken);"));
                        code.Block("catch (DbException error)", () => code.Line($"logger.LogError(error, \"{{Id}} {Pick(Words.Phrases)}\", id);"));
                    });
                    code.Line($"await Task.Delay(TimeSpan.FromSeconds({random.Next(1, 60)}), stoppingToken);");
                }));
            code.Line();
            for (var i = random.Next(2, 6); i > 0; i--)
                Method(code, "internal", FreshMethod() + "Async", isAsync: true, logger: "logger");
        });
    }

    void ViewModel(Code code)
    {
        _taken = new();
        code.Block($"public sealed class {_name}ViewModel : System.ComponentModel.INotifyPropertyChanged", () =>
        {
            foreach (var (type, name) in _fields)
                code.Line($"{type} _{char.ToLowerInvariant(name[0])}{name[1..]}{(type == "string" ? " = \"\"" : "")};");
            code.Line();
            code.Line("public event System.ComponentModel.PropertyChangedEventHandler? PropertyChanged;");
            code.Line();
            foreach (var (type, name) in _fields)
            {
                var field = $"_{char.ToLowerInvariant(name[0])}{name[1..]}";
                code.Block($"public {type} {name}", () =>
                {
                    code.Line($"get => {field};");
                    code.Block("set", () =>
                    {
                        code.Line($"if ({field} == value)");
                        code.Line("    return;");
                        code.Line($"{field} = value;");
                        code.Line($"Raise(nameof({name}));");
                        if (Chance(25))
                            code.Line("Raise(nameof(Caption));");
                    });
                });
                code.Line();
            }
            code.Line($"public string Caption => $\"{{{_fields[0].Name}}} ({Pick(Words.Phrases)})\";");
            code.Line();
            for (var i = random.Next(2, 5); i > 0; i--)
            {
                var scope = NewScope();
                scope.Add("object", "sender");
                foreach (var (type, name) in _fields)
                    scope.Add(type, name);
                code.Block($"public void On{FreshMethod("Clicked")}(object sender, EventArgs arguments)", () => Statements.Body(code, scope, random.Next(3, 10), "void"));
                code.Line();
            }
            code.Line("void Raise(string name) => PropertyChanged?.Invoke(this, new(name));");
        });
    }
}
