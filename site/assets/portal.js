// What a page can do beyond being read: copy a command, and know its own age.
// Everything else works without it. Nothing is loaded, nothing is stored.
(function () {
  "use strict";

  var day = 86400000;

  function words(milliseconds) {
    var days = Math.floor(milliseconds / day);
    if (days > 0) return days === 1 ? "1 day ago" : days + " days ago";
    var hours = Math.floor(milliseconds / 3600000);
    if (hours > 0) return hours === 1 ? "1 hour ago" : hours + " hours ago";
    return "less than an hour ago";
  }

  // Says how old the page is, and takes the green from what has expired since it was made.
  function tellAge(now) {
    var asOf = Date.parse(document.body.dataset.asOf);
    var line = document.getElementById("portal.age");
    if (!line || isNaN(asOf)) return;
    var expired = 0;
    document.querySelectorAll(".status[data-expires]").forEach(function (status) {
      if (Date.parse(status.dataset.expires) >= now) return;
      expired += 1;
      status.classList.remove("met");
      var frame = status.closest(".verdict");
      if (frame) frame.classList.remove("met");
      status.classList.add("expired");
      status.lastChild.textContent = "expired since";
    });
    var text = "As of " + document.body.dataset.asOf.replace("T", " ").replace(/:00Z$/, " UTC");
    text += now < asOf ? ", which is later than this device's clock." : ", " + words(now - asOf) + ".";
    var first = Date.parse(document.body.dataset.expires);
    if (first < now) {
      text += " Evidence has expired since then" +
        (expired ? ", " + expired + (expired === 1 ? " mark" : " marks") + " on this page" : "") +
        ": build the portal again.";
      line.classList.add("warn");
    }
    line.textContent = text;
    line.hidden = false;
  }

  // The clipboard of the browser needs a secure context; the old way works from a disk.
  function copy(text, done) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, function () { copyBySelection(text, done); });
    } else {
      copyBySelection(text, done);
    }
  }

  function copyBySelection(text, done) {
    var area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    document.body.appendChild(area);
    area.select();
    var copied = document.execCommand("copy");
    area.remove();
    if (copied) done();
  }

  // What a block says, without the marks beside it.
  function words(block) {
    var plain = block.cloneNode(true);
    plain.querySelectorAll(".marks").forEach(function (mark) { mark.remove(); });
    return plain.textContent.replace(/\n$/, "");
  }

  function addCopyButton(block) {
    var frame = document.createElement("div");
    frame.className = "code";
    block.parentNode.insertBefore(frame, block);
    frame.appendChild(block);
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      copy(words(block), function () {
        button.textContent = "Copied";
        setTimeout(function () { button.textContent = "Copy"; }, 1500);
      });
    });
    frame.appendChild(button);
  }

  // A line within a block has no place of its own: goes to the block that holds it.
  function findLine() {
    var line = /^#L([0-9]{1,7})$/.exec(location.hash);
    if (!line || document.getElementById("L" + line[1])) return;
    for (var number = Number(line[1]) - 1; number > 0; number -= 1) {
      if (document.getElementById("L" + number)) return location.replace("#L" + number);
    }
  }

  tellAge(Date.now());
  findLine();
  window.addEventListener("hashchange", findLine);
  document.querySelectorAll("pre").forEach(addCopyButton);
})();
