using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace WellKept.Chat;

public sealed record ChatMessage(string From, string Room, string Text, DateTimeOffset Sent);

/// <summary>Rooms and who listens in them.</summary>
public sealed class ChatRooms(TimeProvider clock)
{
    const int MaxText = 2000;

    readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, Func<ChatMessage, ValueTask>>> _rooms = new(StringComparer.Ordinal)
    {
        ["general"] = new(),
        ["help"] = new(),
    };

    public IDisposable? Join(string room, Func<ChatMessage, ValueTask> listener)
    {
        if (!_rooms.TryGetValue(room, out var listeners))
            return null;
        var id = Guid.NewGuid();
        listeners[id] = listener;
        return new Leaving(() => listeners.TryRemove(id, out _));
    }

    public async Task<bool> SayAsync(string from, string room, string text)
    {
        if (text.Length > MaxText || !_rooms.TryGetValue(room, out var listeners))
            return false;
        var message = new ChatMessage(from, room, text.Trim(), clock.GetUtcNow());
        await Task.WhenAll(listeners.Values.Select(listener => listener(message).AsTask()));
        return true;
    }

    sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}

/// <summary>The browser's side: a web socket of a user who is signed in, from our own page.</summary>
public static class ChatSocket
{
    const int MaxMessage = 16 * 1024;

    public static void Map(WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), AllowedOrigins = { "https://chat.example.org" } });
        app.Map("/chat/{room}", async (string room, HttpContext context, ChatRooms rooms, ILogger<ChatRooms> log) =>
        {
            if (!context.WebSockets.IsWebSocketRequest)
                return Results.BadRequest();
            var name = context.User.FindFirstValue(ClaimTypes.Name)!;
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            using var joined = rooms.Join(room, message => SendAsync(socket, message, context.RequestAborted));
            if (joined is null)
                return Results.NotFound();
            log.LogInformation("{Name} joined", name);
            await foreach (var text in ReadAsync(socket, context.RequestAborted))
                await rooms.SayAsync(name, room, text);
            return Results.Empty;
        }).RequireAuthorization();
    }

    static ValueTask SendAsync(WebSocket socket, ChatMessage message, CancellationToken cancellation) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, cancellation);

    static async IAsyncEnumerable<string> ReadAsync(WebSocket socket, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxMessage);
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
                    length += part.Count;
                    if (length == buffer.Length)
                    {
                        await socket.CloseAsync(WebSocketCloseStatus.MessageTooBig, null, cancellation);
                        yield break;
                    }
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    yield break;
                yield return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}

/// <summary>The machines' side: frames of a length and JSON over TLS, with a certificate on both ends.</summary>
public sealed class FrameServer(IPEndPoint address, X509Certificate2 certificate, X509Certificate2 authority, ChatRooms rooms, ILogger<FrameServer> log) : BackgroundService
{
    const int MaxFrame = 64 * 1024;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new TcpListener(address);
        listener.Start(backlog: 50);
        while (!stoppingToken.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stoppingToken);
            _ = ServeAsync(client, stoppingToken);
        }
    }

    async Task ServeAsync(TcpClient client, CancellationToken cancellation)
    {
        using var _ = client;
        try
        {
            await using var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false);
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                ClientCertificateRequired = true,
                EnabledSslProtocols = SslProtocols.Tls13,
                CertificateRevocationCheckMode = X509RevocationMode.Online,
                RemoteCertificateValidationCallback = IsOfOurs,
            }, cancellation);
            var name = (stream.RemoteCertificate as X509Certificate2)?.GetNameInfo(X509NameType.SimpleName, forIssuer: false) ?? "unknown";
            var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
            await foreach (var frame in FramesAsync(pipe, cancellation))
            {
                if (JsonSerializer.Deserialize<Said>(frame) is { Room: { } room, Text: { } text })
                    await rooms.SayAsync(name, room, text);
            }
        }
        catch (Exception e) when (e is AuthenticationException or IOException or JsonException)
        {
            log.LogWarning(e, "A connection ended");
        }
    }

    bool IsOfOurs(object sender, X509Certificate? remote, X509Chain? chain, SslPolicyErrors errors)
    {
        if (remote is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(authority);
        own.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        return own.Build(new X509Certificate2(remote));
    }

    static async IAsyncEnumerable<byte[]> FramesAsync(PipeReader pipe, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellation);
            var buffer = result.Buffer;
            while (TryTake(ref buffer, out var frame))
                yield return frame;
            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
                yield break;
        }
    }

    static bool TryTake(ref ReadOnlySequence<byte> buffer, out byte[] frame)
    {
        frame = [];
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadBigEndian(out int length))
            return false;
        if (length is < 0 or > MaxFrame)
            throw new IOException("The frame is too long.");
        if (reader.Remaining < length)
            return false;
        frame = new byte[length];
        reader.TryCopyTo(frame);
        buffer = buffer.Slice(sizeof(int) + length);
        return true;
    }

    sealed record Said(string? Room, string? Text);
}

/// <summary>A Blazor page: what people wrote is text, never markup; files that they send are measured.</summary>
public sealed class ChatPage : ComponentBase, IDisposable
{
    readonly List<ChatMessage> _messages = [];
    IDisposable? _joined;

    [Inject]
    public required ChatRooms Rooms { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter]
    public string Room { get; set; } = "general";

    [CascadingParameter]
    public string UserName { get; set; } = "";

    [SupplyParameterFromForm]
    public string? Text { get; set; }

    public void Dispose() => _joined?.Dispose();

    protected override void OnParametersSet()
    {
        _joined?.Dispose();
        _joined = Rooms.Join(Room, async message => await InvokeAsync(() =>
        {
            _messages.Add(message);
            StateHasChanged();
        }));
        if (_joined is null)
            Navigation.NavigateTo("/rooms");
    }

    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "ul");
        foreach (var message in _messages)
        {
            builder.OpenElement(1, "li");
            builder.AddAttribute(2, "title", message.From);
            builder.AddContent(3, message.Text);
            builder.CloseElement();
        }
        builder.CloseElement();
        builder.AddContent(4, (MarkupString)"<hr/>");
    }

    public async Task SayAsync()
    {
        if (Text is { Length: > 0 } text && await Rooms.SayAsync(UserName, Room, text))
            Text = null;
        await Script.InvokeVoidAsync("chat.scrollToEnd");
    }

    public async Task SendFileAsync(InputFileChangeEventArgs change)
    {
        using var content = new MemoryStream();
        await using var file = change.File.OpenReadStream(maxAllowedSize: 1_000_000);
        await file.CopyToAsync(content);
        await Rooms.SayAsync(UserName, Room, $"sent a file of {content.Length} bytes");
    }

    public void Show(string room) => Navigation.NavigateTo("/chat/" + Uri.EscapeDataString(room));
}
