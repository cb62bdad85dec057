// Base64 of a PNG in, base64 of a PNG with a palette out. Text on flat areas needs few colours.
async (source) => {
  const bytes = Uint8Array.from(atob(source), (char) => char.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(picture, 0, 0);
  const pixels = context.getImageData(0, 0, width, height).data;

  const counts = new Map();
  const colourAt = (at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  for (let at = 0; at < pixels.length; at += 4) counts.set(colourAt(at), (counts.get(colourAt(at)) || 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const distance = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

  // The most frequent colours that differ enough from one another.
  const palette = [];
  for (const colour of common) {
    if (palette.length === 128) break;
    if (palette.every((known) => distance(known, colour) > 90)) palette.push(colour);
  }
  const nearest = new Map();
  const indexOf = (colour) => {
    if (!nearest.has(colour)) {
      let best = 0;
      palette.forEach((known, index) => {
        if (distance(known, colour) < distance(palette[best], colour)) best = index;
      });
      nearest.set(colour, best);
    }
    return nearest.get(colour);
  };
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + x + 1] = indexOf(colourAt((y * width + x) * 4));
  }

  const table = Array.from({ length: 256 }, (_, number) => {
    let value = number;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
  const crc = (data) => (data.reduce((sum, byte) => table[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const number = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  const chunk = (name, data) => {
    const body = Uint8Array.from([...[...name].map((char) => char.charCodeAt(0)), ...data]);
    return [...number(data.length), ...body, ...number(crc(body))];
  };
  const stream = new Blob([rows]).stream().pipeThrough(new CompressionStream("deflate"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const png = Uint8Array.from([
    137, 80, 78, 71, 13, 10, 26, 10,
    ...chunk("IHDR", [...number(width), ...number(height), 8, 3, 0, 0, 0]),
    ...chunk("PLTE", palette.flatMap((colour) => number(colour).slice(1))),
    ...chunk("IDAT", packed),
    ...chunk("IEND", []),
  ]);
  let text = "";
  for (let at = 0; at < png.length; at += 8192) text += String.fromCharCode(...png.subarray(at, at + 8192));
  return btoa(text);
}
