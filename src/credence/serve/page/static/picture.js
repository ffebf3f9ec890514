// Adds "PNG" beside every "SVG": the picture is drawn by the browser from the file that the link gives.

const WIDE = 2400; // pixels

/** Draw the picture at an address, and hand it over as a file. */
async function keep(address, name) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = WIDE;
  canvas.height = Math.round((WIDE * image.naturalHeight) / image.naturalWidth);
  const pen = canvas.getContext("2d");
  pen.fillStyle = matchMedia("(prefers-color-scheme: dark)").matches ? "#14181d" : "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const file = await new Promise((done) => canvas.toBlob(done, "image/png"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${name}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Put a button behind each link to a picture. */
function add() {
  for (const link of document.querySelectorAll("a[data-picture]:not([data-has-png])")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = link.textContent.replace("SVG", "PNG");
    button.addEventListener("click", () => keep(link.href, document.title.split(" · ")[0]));
    link.dataset.hasPng = "";
    link.after(", ", button);
  }
}

document.addEventListener("shown", add);
add();
