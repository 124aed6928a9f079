using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Serialization;
using System.Xml.XPath;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace WellKept.Jobs;

/// <summary>What can be put into the queue: known kinds only, by a discriminator and not by a type's name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(SendReminder), "reminder")]
[JsonDerivedType(typeof(ImportInvoices), "import")]
[JsonDerivedType(typeof(Recount), "recount")]
public abstract record Job
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public int Attempt { get; init; }
}

public sealed record SendReminder(int Customer, string Language) : Job;

public sealed record ImportInvoices(string File) : Job;

public sealed record Recount(DateOnly Day) : Job;

public interface IJobHandler<in T> where T : Job
{
    Task HandleAsync(T job, CancellationToken cancellation);
}

public sealed class JobQueue
{
    readonly Channel<Job> _channel = Channel.CreateBounded<Job>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.Wait });

    public ValueTask AddAsync(Job job, CancellationToken cancellation) => _channel.Writer.WriteAsync(job, cancellation);

    public IAsyncEnumerable<Job> ReadAsync(CancellationToken cancellation) => _channel.Reader.ReadAllAsync(cancellation);
}

/// <summary>Takes jobs from the queue and gives each to its handler, in a scope of its own.</summary>
public sealed class JobWorker(JobQueue queue, IServiceScopeFactory scopes, ILogger<JobWorker> log) : BackgroundService
{
    const int MaxAttempts = 5;

    static readonly ConcurrentDictionary<Type, Func<IServiceProvider, Job, CancellationToken, Task>> s_handlers = new();
    static readonly MethodInfo s_handle = typeof(JobWorker).GetMethod(nameof(HandleAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(queue.ReadAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stoppingToken }, RunAsync);

    async ValueTask RunAsync(Job job, CancellationToken cancellation)
    {
        using var logged = log.BeginScope("Job {Id}", job.Id);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handle = s_handlers.GetOrAdd(job.GetType(), static type => s_handle.MakeGenericMethod(type).CreateDelegate<Func<IServiceProvider, Job, CancellationToken, Task>>());
            await handle(scope.ServiceProvider, job, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException && job.Attempt < MaxAttempts)
        {
            log.LogWarning(e, "{Kind} failed, attempt {Attempt}", job.GetType().Name, job.Attempt);
            await queue.AddAsync(job with { Attempt = job.Attempt + 1 }, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "{Kind} is given up", job.GetType().Name);
        }
    }

    static Task HandleAsync<T>(IServiceProvider services, Job job, CancellationToken cancellation) where T : Job =>
        services.GetRequiredService<IJobHandler<T>>().HandleAsync((T)job, cancellation);
}

/// <summary>Messages of other systems, as bytes of JSON, into jobs of ours.</summary>
public sealed class MessageConsumer(JobQueue queue, ILogger<MessageConsumer> log)
{
    const int MaxLength = 256 * 1024;

    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Strict)
    {
        MaxDepth = 16,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public async Task<bool> ConsumeAsync(ReadOnlyMemory<byte> body, string contentType, CancellationToken cancellation)
    {
        if (contentType != "application/json" || body.Length > MaxLength)
            return false;
        try
        {
            if (JsonSerializer.Deserialize<Job>(body.Span, s_options) is not { } job)
                return false;
            await queue.AddAsync(job with { Attempt = 0 }, cancellation);
            return true;
        }
        catch (JsonException e)
        {
            log.LogWarning("A message cannot be read: line {Line}, position {Position}", e.LineNumber, e.BytePositionInLine);
            return false;
        }
    }
}

/// <summary>Invoices as XML, checked against a schema before anything is read from them.</summary>
public sealed class InvoiceImport(InboxFolder inbox, ILogger<InvoiceImport> log) : IJobHandler<ImportInvoices>
{
    static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 20_000_000,
        Async = true,
        ValidationType = ValidationType.Schema,
        ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        Schemas = Schemas(),
    };

    static readonly XmlSerializer s_serializer = new(typeof(InvoiceFile));

    public async Task HandleAsync(ImportInvoices job, CancellationToken cancellation)
    {
        await using var stream = inbox.Open(job.File);
        using var reader = XmlReader.Create(stream, s_settings);
        var document = await XDocument.LoadAsync(reader, LoadOptions.SetLineInfo, cancellation);
        var numbers = document.XPathSelectElements("/invoices/invoice[@state='open']").Select(each => (string?)each.Attribute("number")).OfType<string>().ToList();
        log.LogInformation("{Count} open invoices", numbers.Count);
        using var again = document.CreateReader();
        if (s_serializer.Deserialize(again) is InvoiceFile { Items.Count: > 0 } file)
            await File.WriteAllTextAsync(inbox.ReportFor(job.Id), Report(file), cancellation);
    }

    public static string Transform(XmlReader source, IReadOnlyDictionary<string, string> parameters)
    {
        var transform = new XslCompiledTransform();
        using (var sheet = XmlReader.Create(typeof(InvoiceImport).Assembly.GetManifestResourceStream("invoice.xslt")!, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }))
            transform.Load(sheet, XsltSettings.Default, null);
        var arguments = new XsltArgumentList();
        foreach (var (name, value) in parameters)
            arguments.AddParam(XmlConvert.VerifyNCName(name), "", value);
        using var result = new StringWriter();
        transform.Transform(source, arguments, result);
        return result.ToString();
    }

    static string Report(InvoiceFile file) => new XDocument(
        new XElement("report", new XAttribute("count", file.Items.Count), file.Items.Select(item => new XElement("invoice", new XAttribute("number", item.Number), item.Text)))).ToString();

    static XmlSchemaSet Schemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        using var schema = XmlReader.Create(typeof(InvoiceImport).Assembly.GetManifestResourceStream("invoice.xsd")!);
        schemas.Add(null, schema);
        return schemas;
    }
}

[XmlRoot("invoices")]
public sealed class InvoiceFile
{
    [XmlElement("invoice")]
    public List<Item> Items { get; set; } = [];

    public sealed class Item
    {
        [XmlAttribute("number")]
        public string Number { get; set; } = "";

        [XmlText]
        public string Text { get; set; } = "";
    }
}

public sealed class InboxFolder(string root)
{
    public FileStream Open(string name)
    {
        var file = Path.GetFileName(name);
        if (string.IsNullOrEmpty(file) || !file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("An invoice file is XML.", nameof(name));
        return File.OpenRead(Path.Join(root, file));
    }

    public string ReportFor(Guid job) => Path.Join(root, "reports", job + ".xml");
}

/// <summary>Browsers that watch their own jobs.</summary>
[Authorize]
public sealed class JobsHub(JobQueue queue, IJobOwners owners) : Hub<IJobClient>
{
    public async Task<Guid> Remind(int customer, string language)
    {
        if (language is not ("en" or "ja"))
            throw new HubException("Unknown language.");
        var job = new SendReminder(customer, language);
        await owners.AddAsync(job.Id, Context.UserIdentifier!);
        await queue.AddAsync(job, Context.ConnectionAborted);
        return job.Id;
    }

    public async Task Watch(Guid job)
    {
        if (!await owners.OwnsAsync(job, Context.UserIdentifier!))
            throw new HubException("Unknown job.");
        await Groups.AddToGroupAsync(Context.ConnectionId, job.ToString("N"));
        await Clients.Caller.Watching(job, Context.User!.FindFirstValue(ClaimTypes.Name));
    }
}

public interface IJobClient
{
    Task Watching(Guid job, string? name);
}

public interface IJobOwners
{
    Task AddAsync(Guid job, string owner);

    Task<bool> OwnsAsync(Guid job, string owner);
}

/// <summary>Handlers of an assembly that we name ourselves.</summary>
public static class JobRegistration
{
    public static IServiceCollection AddJobs([NotNull] this IServiceCollection services)
    {
        services.AddSingleton<JobQueue>().AddHostedService<JobWorker>().AddSingleton<MessageConsumer>();
        foreach (var type in typeof(JobRegistration).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IJobHandler<>)))
                services.AddScoped(contract, type);
        }
        return services;
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHub<JobsHub>("/hubs/jobs");
        routes.MapPost("/jobs/import", async (ImportRequest request, JobQueue queue, ClaimsPrincipal user, IJobOwners owners, CancellationToken cancellation) =>
        {
            var job = new ImportInvoices(Path.GetFileName(request.File));
            await owners.AddAsync(job.Id, user.FindFirstValue(ClaimTypes.NameIdentifier)!);
            await queue.AddAsync(job, cancellation);
            return Results.Accepted($"/jobs/{job.Id}");
        }).RequireAuthorization("accounting");
        routes.MapPost("/messages", async (HttpRequest request, MessageConsumer consumer, CancellationToken cancellation) =>
        {
            if (request.ContentLength is null or > 262_144)
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            var body = new byte[request.ContentLength.Value];
            await request.Body.ReadExactlyAsync(body, cancellation);
            return await consumer.ConsumeAsync(body, request.ContentType ?? "", cancellation) ? Results.Accepted() : Results.BadRequest();
        }).RequireAuthorization("system");
    }

    public sealed record ImportRequest(string File);
}
